package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files as Windows, which is the strictest, takes them. */
class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"CON", "nul", "aux", "Prn", "COM1", "lpt9", "COM\u00B9", "conout$", "nul.tar", "AUX .x", "con."})
    void devicesOfWindowsAreNotNames(String stem) {
        String name = FileNames.of(stem, "txt");
        String first = name.substring(0, name.indexOf('.')).strip();
        assertTrue(first.startsWith("_"), name);
        assertEquals(name, FileNames.whole(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aux.txt|_aux.txt",
                "../../etc/passwd|passwd",
                "C:\\temp\\report.PDF|report.PDF",
                "annex\u202Efdp.exe|annexfdp.exe",
                "\u200F\u062A\u0642\u0631\u064A\u0631\u200E.docx|\u062A\u0642\u0631\u064A\u0631.docx",
                "report .docx|report.docx",
                "report...|report",
                "~$list.xlsx|$list.xlsx",
                ".hidden|hidden",
                "who? what: <that>|who- what- -that-",
                "no ending of this sort.a b c|no ending of this sort.a b c",
                "|document"
            })
    void aNameFromElsewhereKeepsWhatIsSound(String given, String expected) {
        assertEquals(expected, FileNames.whole(given));
    }

    @Test
    void theSecondPartTellsFilesOfOneSubjectApart() {
        String meeting = "A meeting with a very long name ".repeat(10);
        String agenda = FileNames.of(meeting, "Annotated agenda", "docx");
        assertTrue(agenda.endsWith(" Annotated agenda.docx"), agenda);
        assertTrue(agenda.length() <= FileNames.LONGEST);
        assertEquals("Agenda.docx", FileNames.of("", "Agenda", "docx"));
    }

    @Test
    void thingsOfOneNameGetNamesOfTheirOwn() {
        List<Integer> things = List.of(1, 2, 3, 4, 5, 6);
        List<String> names = List.of("Minist\u00E8re", "MINISTE\u0300RE", "a/b", "a:b", "", "?");
        Map<Integer, String> made = FileNames.each(things, n -> names.get(n - 1), "xlsx");
        assertEquals("Minist\u00E8re.xlsx", made.get(1));
        assertEquals("MINIST\u00C8RE 2.xlsx", made.get(2));
        assertEquals("a-b.xlsx", made.get(3));
        assertEquals("a-b 2.xlsx", made.get(4));
        assertEquals("document.xlsx", made.get(5));
        assertEquals(6, new HashSet<>(made.values()).size(), made.toString());
        String twins = "x".repeat(400);
        Map<Integer, String> longOnes = FileNames.each(things, n -> twins, "xlsx");
        assertEquals(6, new HashSet<>(longOnes.values()).size());
    }

    @Test
    void anythingAtAllBecomesASoundName() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String signs = "\\/:*?\"<>| .~-\u0000\n\u202E\u200F\u200D\u00AD\uD83D\uDE00\u0301\u4E2D\u0645con.NUL";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(300);
            for (int k = 0; k < length; k++) {
                text.append(
                        random.nextInt(4) > 0
                                ? signs.charAt(random.nextInt(signs.length()))
                                : (char) random.nextInt(0x10000));
            }
            for (String name : List.of(
                    FileNames.of(text.toString(), random.nextBoolean() ? "docx" : ""),
                    FileNames.of(text.toString(), text.toString(), "ics"),
                    FileNames.whole(text.toString()))) {
                String seen = "seed " + seed + ": " + name;
                assertFalse(name.isBlank(), seen);
                assertTrue(name.length() <= FileNames.LONGEST, seen);
                assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, seen);
                assertFalse(name.matches("(?s).*[\\\\/:*?\"<>|\\p{Cntrl}].*"), seen);
                assertFalse(name.endsWith(".") || name.endsWith(" "), seen);
                assertFalse(name.startsWith(".") || name.startsWith(" "), seen);
                assertFalse(name.matches("(?is)(con|prn|aux|nul|com[0-9]|lpt[0-9]) *(\\..*)?"), seen);
                assertTrue(FileNames.isSound(name), seen);
            }
        }
    }
}
