package org.rapporteur.storage.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.text.Language;

class SearchAnalysisTest {

    private static final SearchAnalysis ANALYSIS = new SearchAnalysis();
    private static final String[][] DOCUMENTS = {
        {"EN", "Member States should strengthen cooperation on returning migrants and their children’s rights."},
        {"EN", "Trafficking in persons remains a challenge; the observatory’s data-sharing policies were adopted."},
        {"FR", "Les États membres ont adopté des politiques nationales relatives aux migrations régulières."},
        {"FR", "L’Union africaine appuie la réunion des experts et l’échange d’informations."},
        {"ES", "Los niños migrantes necesitan protección; las migraciones irregulares aumentaron."},
        {"ES", "Se capacitó a funcionarias de las oficinas consulares."},
        {"AR", "تعمل الدول الأعضاء على حماية المهاجرين وحقوقهم وتبادل المعلومات بين الحكومات."},
        {"AR", "عُقد اجتماع الخبراء في عمّان عام ٢٠١٧ بشأن اللاجئين"},
        {"RU", "Государства-члены защищают права мигрантов и обмениваются информацией о трудовой миграции."},
        {"RU", "Партнёры провели совещания экспертов по вопросам беженцев."},
        {"ZH", "成员国加强移徙数据的收集和交流，保护移民工人的权利。"},
        {"ZH", "专家会议讨论了难民问题和区域磋商进程。"},
        {"EN", "Côte d’Ivoire and the Gambia joined; code NA-2017/5 was used (IOM)."},
    };

    private static Connection database;

    @BeforeAll
    static void index() throws SQLException {
        database = DriverManager.getConnection("jdbc:sqlite::memory:");
        database.createStatement()
                .execute("CREATE VIRTUAL TABLE search USING fts5(tokens, exact, tokenize='unicode61')");
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO search VALUES (?, ?)")) {
            for (String[] document : DOCUMENTS) {
                insert.setString(1, ANALYSIS.tokens(Language.valueOf(document[0]), document[1]));
                insert.setString(2, ANALYSIS.exact(document[1]));
                insert.executeUpdate();
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static List<Integer> found(String typed) {
        Optional<SearchQuery> query = SearchQuery.of(ANALYSIS, typed, Language.EN);
        List<Integer> rows = new ArrayList<>();
        if (query.isPresent()) {
            try (PreparedStatement select =
                    database.prepareStatement("SELECT rowid - 1 FROM search WHERE search MATCH ?")) {
                select.setString(1, query.get().match());
                ResultSet result = select.executeQuery();
                while (result.next()) {
                    rows.add(result.getInt(1));
                }
            } catch (SQLException e) {
                throw new AssertionError(typed + " -> " + query.get().match(), e);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrant rights |0",
                "return of migrants |0",
                "strengthening cooperation |0",
                "child's right |0",
                "sharing policy |1",
                "adopting policies |1",
                "politique nationale |2",
                "migration régulière |2",
                "migration reguliere |2",
                "adopter |2",
                "état membre |2",
                "union |3",
                "information |3",
                "reunions d’expert |3",
                "niña migrante |4",
                "migración irregular |4",
                "migracion |4",
                "protecciones |4",
                "funcionario consular |5",
                "مهاجر |6",
                "حماية مهاجرين |6",
                "الحكومة |6",
                "معلومات |6",
                "دولة الاعضاء |6",
                "لاجئين عمان |7",
                "2017 اجتماع |7",
                "мигрант |8",
                "защищать право |8",
                "трудовая миграция |8",
                "информация |8",
                "партнер |9",
                "эксперты беженец |9",
                "совещание |9",
                "移徙 |10",
                "移民工人权利 |10",
                "数据收集 |10",
                "难民 |11",
                "区域磋商 |11",
                "cote d'ivoire |12",
                "Ivoire |12",
                "NA-2017 |12",
                "IOM |12",
                "the Gambia |12"
            })
    void findsInflectedForms(String typed, int document) {
        assertTrue(
                found(typed).contains(document),
                () -> typed + " found " + found(typed) + " by " + SearchQuery.of(ANALYSIS, typed, Language.EN));
    }

    @Test
    void findsOnlyWhatHasEveryWord() {
        assertEquals(List.of(), found("migrant unicorns "));
        assertEquals(List.of(4), found("migrantes niños "));
        assertEquals(List.of(), found("\"rights migrants\" "));
        assertEquals(List.of(0), found("\"strengthen cooperation on\""));
        assertEquals(List.of(10), found("«加强移徙数据»"));
    }

    @Test
    void theLastWordMayGoOn() {
        assertTrue(found("coop").contains(0));
        assertTrue(found("obser").contains(1));
        assertEquals(List.of(), found("obser "));
        assertTrue(found("مهاج").contains(6));
        assertTrue(found("совещ").contains(9));
        assertTrue(found("移").contains(10));
    }

    @Test
    void stopWordsAloneAreSearchedForExactly() {
        assertEquals(
                List.of(0, 1, 6, 12).subList(1, 2),
                found("in ").stream().filter(i -> i == 1).toList());
        assertTrue(found("the ").contains(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\"\"", "'", "a\"b", "x OR y", "NOT", "NEAR(a b)", "a* b*", "tokens:migrant", "{exact}: a",
                        "^start",
                "-a", "a AND", "(((", ")", "a + b", "\u0000", "\uD83D", "*", "exact : \"x\" *", "col - 1",
                        "; DROP TABLE search",
                "“", "«»", "migrant \"unclosed phrase"
            })
    void hostileQueriesAreWords(String typed) {
        found(typed);
        found(typed + " ");
        assertFalse(found("x OR migrant ").contains(0), "OR must be a word, not an operator");
    }

    @Test
    void anythingTypedIsAValidExpression() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String pool =
                "ab\"'*:^(){}-+,. ORANDNOT\u201C\u201D\u00AB\u00BB移民ا٣ёé\uD83D\uDE00\u0000\u200F\n\t\\%_;½ﬁ①が\u0301";
        try {
            for (int i = 0; i < 3_000; i++) {
                StringBuilder typed = new StringBuilder();
                int length = random.nextInt(24);
                for (int c = 0; c < length; c++) {
                    typed.append(
                            random.nextInt(30) == 0
                                    ? (char) random.nextInt(0x10000)
                                    : pool.charAt(random.nextInt(pool.length())));
                }
                found(typed.toString());
            }
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
        found("a ".repeat(100_000));
        found("\"".repeat(100_000));
        found("移".repeat(100_000));
    }

    @Test
    void tokensSurviveTheTokenizerWordForWord() throws SQLException {
        database.createStatement().execute("CREATE VIRTUAL TABLE one USING fts5(t, tokenize='unicode61')");
        database.createStatement().execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(one, 'instance')");
        for (String[] document : DOCUMENTS) {
            for (String tokens :
                    List.of(ANALYSIS.tokens(Language.valueOf(document[0]), document[1]), ANALYSIS.exact(document[1]))) {
                database.createStatement().execute("DELETE FROM one");
                try (PreparedStatement insert = database.prepareStatement("INSERT INTO one VALUES (?)")) {
                    insert.setString(1, tokens);
                    insert.executeUpdate();
                }
                List<String> stored = new ArrayList<>();
                ResultSet terms =
                        database.createStatement().executeQuery("SELECT term FROM vocabulary ORDER BY offset");
                while (terms.next()) {
                    stored.add(terms.getString(1));
                }
                assertEquals(tokens, String.join(" ", stored));
            }
        }
    }

    @Test
    void unknownLanguageIsGuessed() {
        assertEquals(ANALYSIS.tokens(Language.FR, DOCUMENTS[2][1]), ANALYSIS.tokens(null, DOCUMENTS[2][1]));
        assertEquals(ANALYSIS.tokens(Language.AR, DOCUMENTS[6][1]), ANALYSIS.tokens(null, DOCUMENTS[6][1]));
        assertEquals("", ANALYSIS.tokens(null, ""));
        assertEquals("", ANALYSIS.exact(" … "));
    }
}
