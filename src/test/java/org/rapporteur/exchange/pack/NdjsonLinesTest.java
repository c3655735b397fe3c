package org.rapporteur.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.problem.Problem;

class NdjsonLinesTest {
    private static NdjsonLines lines(byte[] bytes, int longest, int atOnce) {
        InputStream in = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, atOnce));
            }
        };
        return new NdjsonLines(in, new Rejection("f.rcpx"), "data/party.ndjson", longest);
    }

    private static NdjsonLines lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8), 1_000, 7);
    }

    private static List<String> all(NdjsonLines lines) {
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(new String(lines.copy(), StandardCharsets.UTF_8));
            assertEquals(all.size(), lines.number());
        }
        return all;
    }

    @Test
    void everyLineComesOnceWhateverTheReadsBring() {
        StringBuilder text = new StringBuilder();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String line = "{\"n\":" + i + ",\"t\":\"" + "é".repeat(i % 300) + "\"}";
            wanted.add(line);
            text.append(line).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int atOnce : new int[] {1, 3, 1_000, 65_536, 1 << 20}) {
            assertEquals(wanted, all(lines(bytes, 1_000, atOnce)));
        }
        assertEquals(List.of(), all(lines("")));
    }

    @Test
    void aLongLineGrowsTheBufferToItsLimitAndNoFurther() {
        String line = "{\"t\":\"" + "x".repeat(300_000) + "\"}";
        byte[] bytes = (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(line, line), all(lines(bytes, line.length(), 100_000)));
        Problem problem = assertThrows(Problem.class, () -> all(lines(bytes, line.length() - 1, 100_000)));
        assertEquals("PKG-08", problem.code());
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }
        };
        try (NdjsonLines lines = new NdjsonLines(endless, new Rejection("f"), "data/x.ndjson", 100_000)) {
            assertThrows(Problem.class, lines::next);
            assertTrue(lines.buffer().length < 300_000);
        }
    }

    @Test
    void theParserStandsOnTheObjectAndWhatIsLeftIsCheckedLater() throws IOException {
        NdjsonLines lines = lines("{\"a\":1,\"b\":[1,2]}\n{\"a\":2}\n");
        assertTrue(lines.next());
        JsonParser parser = lines.parser();
        assertEquals(JsonToken.START_OBJECT, parser.currentToken());
        assertEquals("a", parser.nextFieldName());
        assertTrue(lines.next());
        assertArrayEquals("{\"a\":2}".getBytes(StandardCharsets.UTF_8), lines.copy());
        assertEquals(7, lines.length());
        assertFalse(lines.next());
        assertFalse(lines.next());
    }

    @Test
    void linesThatAreNotOneObjectAreRefused() {
        String deep = "{\"a\":" + "[".repeat(8) + "]".repeat(8) + "}";
        for (String bad : new String[] {
            "",
            "[1]",
            "1",
            "null",
            " {}",
            "\uFEFF{}",
            "{} {}",
            "{}x",
            "{}]",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"b\":1,\"b\":2}}",
            "{\"a\":1",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":.5}",
            "{'a':1}",
            "{a:1}",
            "{\"a\":1,}",
            "{\"a\":1}//",
            "{\"a\":\"\t\"}",
            "{}\r",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\udc00\\ud800\"}",
            "{\"a\":\"\\ud800\\u0041\"}",
            "{\"a\":\"\\ud83d \\ude00\"}",
            "{\"\\ud800\":1}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\",
            "{\"a\":" + "1".repeat(100) + "}",
            "{\"" + "n".repeat(300) + "\":1}",
            deep
        }) {
            Problem problem = assertThrows(Problem.class, () -> all(lines("{}\n" + bad + "\n{}\n")), bad);
            assertEquals("PKG-08", problem.code());
            assertEquals(2L, problem.what().args().get(2), bad);
        }
        assertThrows(Problem.class, () -> all(lines("{}\n{}")), "no line feed at the end");
        assertEquals(
                1, all(lines(deep.replace("[[", "[").replace("]]", "]") + "\n")).size());
        assertEquals(
                1, all(lines("{\"a\":\"\\ud83d\\ude00 \\\\ud800 \\\" 😀\"}\n")).size());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        int[][] bad = {
            {0xC0, 0x80}, // overlong NUL
            {0xC1, 0xBF},
            {0xE0, 0x80, 0x80}, // overlong
            {0xE0, 0x9F, 0xBF},
            {0xED, 0xA0, 0x80}, // a surrogate
            {0xED, 0xBF, 0xBF},
            {0xF0, 0x8F, 0xBF, 0xBF}, // overlong
            {0xF4, 0x90, 0x80, 0x80}, // above U+10FFFF
            {0xF5, 0x80, 0x80, 0x80},
            {0x80},
            {0xFF},
            {0xC3},
            {0xE2, 0x82},
            {0xF0, 0x9F, 0x98},
            {0},
            {0x1F}
        };
        for (int[] sequence : bad) {
            byte[] line = new byte[sequence.length + 9];
            System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.US_ASCII), 0, line, 0, 6);
            for (int i = 0; i < sequence.length; i++) {
                line[6 + i] = (byte) sequence[i];
            }
            System.arraycopy("\"}\n".getBytes(StandardCharsets.US_ASCII), 0, line, 6 + sequence.length, 3);
            assertThrows(Problem.class, () -> all(lines(line, 100, 100)), java.util.Arrays.toString(sequence));
        }
        String good = "{\"a\":\"\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF\u007F\"}";
        assertEquals(List.of(good), all(lines(good + "\n")));
    }
}
