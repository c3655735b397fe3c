package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encodings of texts that this test writes itself: read right, or held too unsure to be taken in. */
class EncodingGuessTest {
    private static final Map<String, List<String>> LINES = new LinkedHashMap<>();

    static {
        LINES.put(
                "windows-1252 ISO-8859-1 x-MacRoman IBM850 ISO-8859-15 windows-1254",
                List.of(
                        "Réponse reçue très tôt",
                        "l'accès à la santé",
                        "Protéger les réfugiés déplacés",
                        "Sécurité sociale élargie",
                        "Règles d'équité",
                        "Forêt, côte et désert",
                        "Où êtes-vous né ?",
                        "Élargir les voies régulières",
                        "Protección de los niños",
                        "Educación y formación técnica",
                        "¿Cuántos años?",
                        "Señalización económica",
                        "São Tomé, emigração",
                        "Rückführung und Überprüfung"));
        LINES.put(
                "windows-1251 KOI8-R IBM866 ISO-8859-5 x-MacCyrillic",
                List.of(
                        "Защита прав трудящихся",
                        "да",
                        "Порядок въезда и выезда",
                        "нет ответа",
                        "Сотрудничество регионов",
                        "возвращение домой",
                        "Кыргызстан",
                        "МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ",
                        "обучение сотрудников границы",
                        "Ответ получен в срок"));
        LINES.put(
                "windows-1253 ISO-8859-7",
                List.of(
                        "Προστασία των εργαζομένων",
                        "Εκπαίδευση και υγεία",
                        "ναι",
                        "Συνεργασία των χωρών",
                        "Δεν υπάρχει απάντηση"));
        LINES.put(
                "windows-1255 ISO-8859-8",
                List.of("הגנה על עובדים", "שיתוף פעולה אזורי", "כן", "אין תשובה", "חינוך ובריאות לכולם", "ירושלים"));
        LINES.put(
                "windows-1256 ISO-8859-6",
                List.of(
                        "حماية العمال المهاجرين",
                        "التعاون بين الدول",
                        "نعم",
                        "لا يوجد جواب",
                        "التعليم والصحة",
                        "المغرب والجزائر"));
        LINES.put(
                "TIS-620",
                List.of("การคุ้มครองแรงงาน", "ความร่วมมือระหว่างประเทศ", "ใช่", "ไม่มีคำตอบ", "การศึกษาและสุขภาพ"));
        LINES.put(
                "windows-1250 ISO-8859-2 IBM852",
                List.of(
                        "Ochrona pracowników migrujących",
                        "Współpraca międzynarodowa",
                        "Brak odpowiedzi na pytanie dziewiąte",
                        "Vzdělávání a péče o příchozí",
                        "Řízení státních hranic",
                        "Együttműködés és képzés"));
        LINES.put(
                "windows-1254 ISO-8859-9",
                List.of(
                        "Göçmen işçilerin korunması",
                        "Sağlık ve eğitim",
                        "Bölgesel işbirliği",
                        "Türkiye Cumhuriyeti Dışişleri",
                        "değil"));
        LINES.put("GB18030", List.of("保护移徙工人", "国际合作", "没有答复", "教育与卫生", "边境管理"));
    }

    @TempDir
    Path folder;

    private TableInfo.Encoding guess(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(charset));
        return CharsetGuess.of(FileScan.of(file, 1 << 20));
    }

    private static String table(List<String> lines, String end) {
        StringBuilder text = new StringBuilder("ID,Answer").append(end);
        for (int i = 0; i < lines.size(); i++) {
            text.append(i + 1).append(",\"").append(lines.get(i)).append('"').append(end);
        }
        return text.toString();
    }

    @Test
    void tablesOfAFewRowsAreReadRight() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : LINES.entrySet()) {
            for (String name : entry.getKey().split(" ")) {
                Charset charset = Charset.forName(name);
                List<String> lines = entry.getValue().stream()
                        .filter(line -> charset.newEncoder().canEncode(line))
                        .toList();
                if (name.equals("windows-1254") && entry.getKey().startsWith("windows-1252")) {
                    continue;
                }
                String text = table(lines, name.contains("Mac") ? "\r" : "\r\n");
                TableInfo.Encoding guess = guess(text, charset);
                String read = new String(text.getBytes(charset), guess.charset());
                if (!read.equals(text) || guess.confidence() < TableInfo.Encoding.FLOOR) {
                    wrong.add(name + " taken for " + guess.charset() + " " + guess.confidence());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsReadWrongIsMostlyHeldUnsure() throws IOException {
        long seed = 20_171_010;
        Random random = new Random(seed);
        int tried = 0;
        int taken = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : LINES.entrySet()) {
            for (String name : entry.getKey().split(" ")) {
                Charset charset = Charset.forName(name);
                for (int round = 0; round < 12; round++) {
                    List<String> lines = new ArrayList<>(entry.getValue());
                    lines.removeIf(line -> !charset.newEncoder().canEncode(line));
                    Collections.shuffle(lines, random);
                    String text = table(lines.subList(0, Math.min(lines.size(), 1 + random.nextInt(3))), "\n");
                    if (text.chars().allMatch(c -> c < 0x80)) {
                        continue;
                    }
                    TableInfo.Encoding guess = guess(text, charset);
                    boolean right = new String(text.getBytes(charset), guess.charset()).equals(text);
                    tried++;
                    taken += guess.confidence() >= TableInfo.Encoding.FLOOR ? 1 : 0;
                    if (!right && guess.confidence() >= TableInfo.Encoding.FLOOR) {
                        wrong.add(name + " as " + guess.charset() + " " + guess.confidence() + ": "
                                + text.replace("\n", " / "));
                    }
                }
            }
        }
        assertTrue(
                wrong.size() * 100 <= 3 * tried, "seed " + seed + ", " + wrong.size() + " of " + tried + ": " + wrong);
        assertTrue(taken * 100 >= tried * 80, taken + " of " + tried);
    }

    @Test
    void wideTextNeedsItsSigns() throws IOException {
        // Two-byte pairs that would be Chinese in UTF-16, without a mark and without a zero byte.
        TableInfo.Encoding guess = guess("who,a\nPaís,Sí\n", Charset.forName("windows-1252"));
        assertTrue(!guess.charset().name().startsWith("UTF-16"), guess.toString());
        assertEquals(
                "UTF-16LE",
                guess("\uFEFFwho,a\n中国,是\n", Charset.forName("UTF-16LE"))
                        .charset()
                        .name());
        assertEquals(
                "UTF-16BE",
                guess("who,answer\nKenya,yes\n", Charset.forName("UTF-16BE"))
                        .charset()
                        .name());
    }
}
