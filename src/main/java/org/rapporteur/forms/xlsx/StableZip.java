package org.rapporteur.forms.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook so that the same content gives the same bytes: no clock in it, parts in one order. */
public final class StableZip {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private StableZip() {}

    public static void write(XSSFWorkbook workbook, OutputStream out) throws IOException {
        workbook.getProperties().getCoreProperties().setCreated(Optional.of(new Date(946684800000L)));
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        workbook.write(first);
        TreeMap<String, byte[]> parts = new TreeMap<>((a, b) -> {
            // The list of content types comes first by custom; some programs look at the first entry only.
            boolean typesA = a.startsWith("[");
            boolean typesB = b.startsWith("[");
            return typesA == typesB ? a.compareTo(b) : typesA ? -1 : 1;
        });
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(first.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        for (var part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            zip.write(part.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
