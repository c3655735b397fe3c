package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.PlainText;

class CsvTableTest {

    @TempDir
    Path folder;

    private TableData read(String text) {
        return read("t.csv", text.getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
    }

    private TableData read(String name, byte[] bytes, TableOptions options) {
        try {
            return TableReader.readAll(Files.write(folder.resolve(name), bytes), options);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> texts(TableData data) {
        return data.rows().stream()
                .map(row -> row.cells().stream().map(TableCell::text).toList())
                .toList();
    }

    private static List<String> keys(TableData data) {
        return data.header().columns().stream().map(TableHeader.Column::key).toList();
    }

    private static List<String> reasons(TableData data) {
        return data.refused().stream()
                .map(row -> row.reason().row() + " " + row.reason().reason().key())
                .toList();
    }

    private static List<String> notices(TableData data) {
        return data.notices().stream()
                .map(notice ->
                        notice.row() + notice.cell() + " " + notice.reason().key())
                .toList();
    }

    @Test
    void readsQuotedCellsAndKnowsWhereTheyStand() {
        TableData data = read("country,answer\nNamibia,\"Yes, \"\"fully\"\"\r\nsince 2015\"\n,\nNA,0041\n");
        assertEquals(List.of(List.of("Namibia", "Yes, \"fully\"\nsince 2015"), List.of("NA", "0041")), texts(data));
        assertEquals("B2", data.rows().get(0).cell(1).ref());
        assertEquals("B4", data.rows().get(1).cell(1).ref());
        assertEquals(4, data.rows().get(1).number());
        assertEquals(TableCell.Kind.TEXT, data.rows().get(1).cell(1).kind());
        assertEquals(List.of(), data.notices());
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertEquals(
                java.util.HexFormat.of().formatHex(sha256("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))),
                read("a,b\n1,2\n").info().sha256());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void detectsDelimiters() {
        assertEquals(';', dialect("land;share\nA;1,5\nB;2,5\n").delimiter());
        assertEquals('\t', dialect("a\tb\n1, 2, 3\tx\n4, 5, 6\ty\n").delimiter());
        assertEquals('|', dialect("a|b|c\n1|2|3\n").delimiter());
        assertEquals(',', dialect("id,text\n1,\"a; b; c\"\n2,\"d; e; f\"\n").delimiter());
        assertEquals(';', dialect("id;text\n1;hello, world, all\n2;one, two\n").delimiter());
        assertEquals(';', dialect("sep=;\na;b\n1;2\n").delimiter());
        assertEquals('\'', dialect("a,b\n'x, y','z'\n'u','v'\n").quote());
        assertEquals('"', dialect("a,b\nit's,don't\n").quote());
        assertEquals(List.of(List.of("1", "2")), texts(read("sep=;\r\na;b\r\n1;2\r\n")));
        assertEquals(2, read("sep=;\r\na;b\r\n1;2\r\n").rows().get(0).number());
    }

    private CsvDialect dialect(String text) {
        return read(text).info().dialect().orElseThrow();
    }

    @Test
    void statedDialectWins() {
        TableData data = read(
                "t.csv", "a,b;c\n1,2;3\n".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT.withDelimiter(';'));
        assertEquals(List.of("a,b", "c"), keys(data));
        TableData quoted = read(
                "t.csv",
                "a,b\n~1,1~,2\n".getBytes(StandardCharsets.UTF_8),
                TableOptions.DETECT.withDelimiter(',').withQuote('~'));
        assertEquals(List.of(List.of("1,1", "2")), texts(quoted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "mixed"})
    void lineEndsOfAnyKind(String end) {
        String text = end.equals("mixed") ? "a,b\r\n1,2\r3,4\n\n5,6" : String.join(end, "a,b", "1,2", "3,4", "", "5,6");
        TableData data = read(text);
        assertEquals(List.of(List.of("1", "2"), List.of("3", "4"), List.of("5", "6")), texts(data));
        assertEquals(5, data.rows().get(2).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void byteOrderMarks(String charset) {
        byte[] bytes = "\uFEFFpays,أ\nCôte d’Ivoire,مصر\n".getBytes(Charset.forName(charset));
        TableData data = read("t.csv", bytes, TableOptions.DETECT);
        assertEquals(List.of("pays", "أ"), keys(data));
        assertEquals(List.of(List.of("Côte d’Ivoire", "مصر")), texts(data));
        assertEquals(100, data.info().encoding().orElseThrow().confidence());
    }

    @Test
    void encodingsWithoutMark() {
        assertEncoding("windows-1252", "pays;réponse\nSénégal;Oui, à l’étude\nNiger;très utile\n");
        assertEncoding("windows-1252", "país;opinión\nEspaña;¿Qué acción?\nPerú;Sí, señor\n");
        assertEncoding(
                "windows-1256",
                "الدولة;الإجابة\nمصر;نعم، تتبادل الدولة البيانات مع الدول الأعضاء في إطار التعاون الإقليمي بشأن الهجرة\nتونس;لا توجد سياسة وطنية\n");
        assertEncoding(
                "windows-1251",
                "страна;ответ\nРоссия;Да, государство обменивается данными с другими странами региона\nАрмения;Нет, закон ещё не принят\n");
        assertEncoding(
                "KOI8-R",
                "страна;ответ\nРоссия;Да, государство обменивается данными с другими странами региона по вопросам миграции\n");
        assertEncoding("GB18030", "国家;答复\n中国;是的，我们与区域内其他国家交流移徙数据，并加强合作\n蒙古;没有相关政策\n");
        assertEncoding("UTF-16LE", "country;answer\nKenya;yes\nUganda;no\n");
    }

    private void assertEncoding(String charset, String text) {
        TableData data = read("t.csv", text.getBytes(Charset.forName(charset)), TableOptions.DETECT);
        assertEquals(
                Charset.forName(charset), data.info().encoding().orElseThrow().charset());
        assertEquals(text.split("\n")[0], String.join(";", keys(data)));
        assertEquals(text.split("\n")[1].split(";")[1], data.rows().get(0).text(1));
    }

    @Test
    void encodingCanBeStated() {
        byte[] bytes = "a,b\nмиграция,х\n".getBytes(Charset.forName("IBM866"));
        TableData data = read("t.csv", bytes, TableOptions.DETECT.withCharset(Charset.forName("IBM866")));
        assertEquals("миграция", data.rows().get(0).text(0));
    }

    @Test
    void undecodableAndControlCharactersAreNoticed() {
        byte[] good = "a,b\n".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[good.length + 9];
        System.arraycopy(good, 0, bytes, 0, good.length);
        byte[] rest = {'x', 0, 'y', ',', (byte) 0xC3, '(', 7, '\n', 'z'};
        System.arraycopy(rest, 0, bytes, good.length, 9);
        TableData data = read("t.csv", bytes, TableOptions.DETECT.withCharset(StandardCharsets.UTF_8));
        assertEquals("xy", data.rows().get(0).text(0));
        assertEquals("\uFFFD(", data.rows().get(0).text(1));
        assertEquals(
                List.of(
                        "2A2 table.cell.control",
                        "2B2 table.cell.undecodable",
                        "2B2 table.cell.control",
                        "3 table.row.short"),
                notices(data));
    }

    @Test
    void aStrayQuotationMarkCostsOnlyItsLine() {
        TableData data = read("a,b\n1,\"never closed\n2,x\n3,\"closed\"\n4,\"said \"hello\" twice\"\n5,y\n");
        assertEquals(
                List.of("2", "3", "5"), data.rows().stream().map(r -> r.text(0)).toList());
        assertEquals(List.of("2 table.row.quote", "5 table.row.quote"), reasons(data));
        assertEquals("B2", data.refused().get(0).reason().cell());
        assertEquals("1", data.refused().get(0).row().text(0));

        TableData atEnd = read("a,b\n1,x\n2,\"never closed\n3,y\n");
        assertEquals(
                List.of("1", "3"), atEnd.rows().stream().map(r -> r.text(0)).toList());
        assertEquals(List.of("3 table.row.unclosed"), reasons(atEnd));
    }

    @Test
    void rowsThatAreTooLongOrShort() {
        TableData data = read("a,b\n1,2\n3,4,5\n6\n7,8,,\n");
        assertEquals(List.of(List.of("1", "2"), List.of("6", ""), List.of("7", "8")), texts(data));
        assertEquals(List.of("3 table.row.tooManyCells"), reasons(data));
        assertEquals(List.of("4 table.row.short"), notices(data));
        assertEquals("5", data.refused().get(0).row().text(2));
    }

    @Test
    void hugeCellsAreRefusedInBoundedMemory() {
        TableOptions small = TableOptions.DETECT.withLimits(new TableLimits(10 << 20, 10 << 20, 5_000, 50, 1_000));
        String text = "a,b\n1," + "x".repeat(3 << 20) + "\n2,\"" + "y\n".repeat(2_000) + "\"\n3,z\n";
        TableData data = read("t.csv", text.getBytes(StandardCharsets.UTF_8), small.withDelimiter(','));
        assertEquals("2 table.cell.tooLong", reasons(data).get(0));
        assertEquals("3 table.row.unclosed", reasons(data).get(1));
        assertEquals("3", data.rows().get(data.rows().size() - 1).text(0));
        String wide = "a,b\n" + ",".repeat(100_000) + "x\n3,z\n";
        TableData columns = read("t.csv", wide.getBytes(StandardCharsets.UTF_8), small.withDelimiter(','));
        assertEquals(List.of("2 table.row.columns"), reasons(columns));
        assertEquals(List.of(List.of("3", "z")), texts(columns));
    }

    @Test
    void limitsOnRowsAndSize() {
        TableOptions small = TableOptions.DETECT.withLimits(new TableLimits(40, 40, 3, 50, 1_000));
        assertCode("TAB-02", "t.csv", "a,b\n".repeat(20).getBytes(StandardCharsets.UTF_8), small);
        assertCode("TAB-10", "t.csv", "a,b\n1,2\n3,4\n5,6\n".getBytes(StandardCharsets.UTF_8), small);
    }

    private void assertCode(String code, String name, byte[] bytes, TableOptions options) {
        Problem problem = assertThrows(Problem.class, () -> read(name, bytes, options));
        assertEquals(code, problem.code(), problem.getMessage());
        assertTrue(problem.advice().isPresent() && problem.kept().isPresent());
    }

    @Test
    void filesThatAreNoTables() {
        assertCode("TAB-01", "t.csv", new byte[0], TableOptions.DETECT);
        assertCode("TAB-08", "t.csv", "\n\n , \n".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        assertCode("TAB-09", "t.csv", "a,\"b\n1,2\n".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        assertCode("TAB-03", "t.csv", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        assertCode("TAB-03", "t.xls", "<html><table>".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        assertCode("TAB-03", "t.csv", "BEGIN:VCARD\nN:a,b".getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        assertCode("TAB-03", "t.csv", noise, TableOptions.DETECT);
        String broken = "a,b\n" + "1,\"x\"y\n".repeat(1_100);
        assertCode("TAB-12", "t.csv", broken.getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
        Problem missing =
                assertThrows(Problem.class, () -> TableReader.readAll(folder.resolve("none.csv"), TableOptions.DETECT));
        assertEquals("FIL-02", missing.code());
    }

    @Test
    void headerOnlyAndDuplicateNames() {
        TableData data = read("name,name,,Name,C\n");
        assertEquals(List.of("name", "name (2)", "C (2)", "Name", "C"), keys(data));
        assertEquals(List.of(), data.rows());
        assertEquals(List.of("1 table.header.duplicate"), notices(data));
        assertEquals(1, data.header().find("name (2)").orElseThrow());
        assertTrue(data.header().find("NAME").isEmpty(), "three columns are alike");
        assertEquals(3, data.header().find("Name").orElseThrow());
    }

    @Test
    void titlesAboveTheTableAreNotTheHeader() {
        TableData data = read("List of participants\n\nname,party\nAna,Peru\n");
        assertEquals(List.of("name", "party"), keys(data));
        assertEquals(3, data.header().row());
        assertEquals(List.of("1 table.header.skipped"), notices(data));
        TableData one = read("name\nAna\nBob\n");
        assertEquals(List.of("name"), keys(one));
        assertEquals(List.of(List.of("Ana"), List.of("Bob")), texts(one));
        TableData many = read("name\n" + "x\n".repeat(30));
        assertEquals(30, many.rows().size());
    }

    @Test
    void headerRowCanBeStated() {
        byte[] bytes = "t,\nx,y\na,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("a", "b"), keys(read("t.csv", bytes, TableOptions.DETECT.withHeaderRow(3))));
        TableData none = read("t.csv", bytes, TableOptions.DETECT.withHeaderRow(-1));
        assertEquals(List.of("A", "B"), keys(none));
        assertEquals(4, none.rows().size());
        assertCode("TAB-08", "t.csv", bytes, TableOptions.DETECT.withHeaderRow(9));
    }

    @Test
    void previewReadsOnlyTheBeginning() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "a,b\n" + "1,2\n".repeat(1_000));
        assertEquals(5, TableReader.preview(file, TableOptions.DETECT, 5).rows().size());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String[] words = {
            "",
            "a",
            "Côte d’Ivoire",
            "مصر",
            "移徙",
            "say \"hi\"",
            "one, two; three",
            "line\nend",
            "\r\nx",
            "1,200",
            "'quoted'",
            " space ",
            "\t",
            "=1+1",
            "|",
            "\"",
            "\"\"",
            "\uD83D\uDE00"
        };
        for (int i = 0; i < 300; i++) {
            CsvDialect dialect = new CsvDialect(",;\t|".charAt(random.nextInt(4)), random.nextInt(4) == 0 ? '\'' : '"');
            String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            int columns = 2 + random.nextInt(5);
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int r = 0; r < 1 + random.nextInt(8); r++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    row.add(r == 0 ? "column " + c : words[random.nextInt(words.length)]);
                }
                row.set(0, r == 0 ? "id" : "row " + r);
                rows.add(row);
                text.append(line(row, dialect, random)).append(end);
            }
            TableOptions options =
                    TableOptions.DETECT.withDelimiter(dialect.delimiter()).withQuote(dialect.quote());
            TableData data = read("r.csv", text.toString().getBytes(StandardCharsets.UTF_8), options);
            List<List<String>> expected = rows.subList(1, rows.size()).stream()
                    .map(row -> row.stream().map(PlainText::clean).toList())
                    .toList();
            assertEquals(expected, texts(data), () -> "seed " + seed + "\n" + text);
            assertEquals(List.of(), reasons(data), () -> "seed " + seed);
        }
    }

    private static String line(List<String> row, CsvDialect dialect, Random random) {
        String quote = String.valueOf(dialect.quote());
        return String.join(
                String.valueOf(dialect.delimiter()),
                row.stream()
                        .map(cell -> {
                            boolean must = cell.indexOf(dialect.delimiter()) >= 0
                                    || cell.contains(quote)
                                    || cell.contains("\n")
                                    || cell.contains("\r");
                            return must || random.nextInt(3) == 0
                                    ? quote + cell.replace(quote, quote + quote) + quote
                                    : cell;
                        })
                        .toList());
    }

    @Test
    void anyBytesAreReadOrRefused() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String pool = "ab1,;\t|\"'\n\r \u0000é";
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(60);
            for (int c = 0; c < length; c++) {
                text.append(pool.charAt(random.nextInt(pool.length())));
            }
            try {
                TableData data = read("f.csv", text.toString().getBytes(StandardCharsets.UTF_8), TableOptions.DETECT);
                int width = data.header().size();
                data.rows().forEach(row -> assertEquals(width, row.cells().size(), () -> "seed " + seed + "\n" + text));
            } catch (Problem e) {
                assertTrue(e.code().startsWith("TAB-"), () -> "seed " + seed + ": " + e.code() + "\n" + text);
            }
        }
    }
}
