package org.rapporteur.launch.returned;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.forms.xlsx.ReturnedIntake;
import org.rapporteur.storage.Blobs;

/** Keeps returned files among the blobs of a workspace, so that every answer can be traced to its cell. */
public final class KeptReturns implements ReturnedIntake.Keeper {
    /** More than a questionnaire can be; such a file is refused and only its hash is kept. */
    private static final long MOST_BYTES = 64L << 20;

    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Blobs blobs;

    public KeptReturns(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public void keep(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            blobs.put(in, String.valueOf(file.getFileName()), MEDIA_TYPE);
        }
    }

    @Override
    public Path copy(String hash, String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "xlsx" : name.substring(dot + 1);
        try {
            Path folder = Files.createTempDirectory("rapporteur-returned");
            folder.toFile().deleteOnExit();
            // The name of the file may come from somebody else's package: only its ending is used on the disk.
            Path copy = folder.resolve(FileNames.of("returned", ending));
            try (InputStream in = blobs.open(hash)) {
                Files.copy(in, copy);
            }
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }
}
