package org.rapporteur.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "Mohammed El-Sayed, Mohamed Elsayed",
        "Mohammed El-Sayed, محمد السيد",
        "Mohamed Al Sayed, السيد محمد السيد",
        "Мухаммед ас-Сайед, محمد السيد",
        "Fatima Benali, فاطمة بنعلي",
        "Ahmed Khaled, أحمد خالد",
        "Abdul Rahman Hassan, عبد الرحمن حسن",
        "Abdelrahman Hassan, عبد الرحمن حسن",
        "Yousef Ibrahim, يوسف إبراهيم",
        "Youssef Ibrahim, Yusuf Ibrahim",
        "Сергей Иванов, Sergey Ivanov",
        "Сергей Иванов, Sergei Ivanov",
        "'IVANOV, Sergei', Sergey Ivanov",
        "Джамал Хашимов, جمال هاشموف",
        "Екатерина Шевченко, Ekaterina Shevchenko",
        "王小明, Wang Xiaoming",
        "王芳, WANG Fang",
        "H.E. Mr. José María Pérez, Jose Maria Perez",
        "'PEREZ, José María', José María Pérez",
        "Mme Aïssatou Diallo, Aissatou DIALLO",
        "Katarzyna Nowak, Katarzyna Novak",
        "International Organization for Migration, International Organisation for Migration"
    })
    void theSameName(String a, String b) {
        double score = NameMatch.similarity(a, b);
        assertTrue(score >= NameMatch.POSSIBLE, a + " / " + b + " = " + score);
        assertTrue(sharesKey(a, b), "no common blocking key: " + a + " / " + b);
    }

    @ParameterizedTest
    @CsvSource({
        "Mohammed El-Sayed, Mahmoud Salem",
        "Fatima Benali, Ahmed Benali",
        "Maria Silva, Mario Souza",
        "John Smith, Jane Doe",
        "Сергей Иванов, Андрей Петров",
        "محمد السيد, خالد منصور",
        "Omar Hassan, علي حسين محمود",
        "王芳, 李伟",
        "Wang Fang, Wang Lei",
        "Anna Lee, Ali Noor",
        "Colombo Process, Prague Process",
        "Niger, Nigeria Federal Ministry"
    })
    void differentNames(String a, String b) {
        double score = NameMatch.similarity(a, b);
        assertTrue(score < NameMatch.POSSIBLE, a + " / " + b + " = " + score);
    }

    private static boolean sharesKey(String a, String b) {
        return !Collections.disjoint(
                NameMatch.name(a).blockingKeys(), NameMatch.name(b).blockingKeys());
    }

    @Test
    void equalNamesScoreOneAndTheOrderOfAskingDoesNotMatter() {
        assertEquals(1, NameMatch.similarity("Dr. Ana Gómez", "ana gomez"), 1e-9);
        assertEquals(0, NameMatch.similarity("", "Ana"));
        assertEquals(0, NameMatch.similarity("...", "Ana"));
        long seed = Samples.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String a = Samples.text(random, 5);
            String b = Samples.text(random, 5);
            double ab = NameMatch.similarity(a, b);
            assertEquals(ab, NameMatch.similarity(b, a), 1e-9, () -> "seed " + seed + ": " + a + " / " + b);
            assertTrue(ab >= 0 && ab <= 1.0000001, () -> "seed " + seed + ": " + ab);
        }
    }
}
