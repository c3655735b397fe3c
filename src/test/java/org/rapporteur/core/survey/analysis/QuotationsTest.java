package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore.Passage;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/** Nothing is shown beyond what a respondent allows, and what is shown comes from many. */
class QuotationsTest {
    private static final String TEXT = "The members exchange data on migration twice a year at their meeting.";

    private final Map<UUID, RespondentFacts> respondents = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();

    private RespondentFacts respondent(String name, String region) {
        RespondentFacts respondent = new RespondentFacts(
                new UUID(1, respondents.size()),
                name,
                null,
                "RCP",
                region,
                "en",
                "received",
                "",
                "",
                "",
                null,
                null,
                null,
                null,
                true,
                1,
                false);
        respondents.put(respondent.id(), respondent);
        return respondent;
    }

    private void mark(RespondentFacts by, int starts, int ends, String body, Permission permission, String sense) {
        UUID answer = new UUID(2, by.id().getLeastSignificantBits());
        passages.add(new Passage(answer, by.id(), new UUID(3, 0), "Ana", starts, ends, body, sense, "en", permission));
    }

    @Test
    void passagesOfSeveralCodersBecomeOneAndAreCutToTheText() {
        RespondentFacts a = respondent("A", "Asia");
        mark(a, 4, 20, TEXT, Permission.QUOTE, "");
        mark(a, 12, 25, TEXT, Permission.QUOTE, "");
        mark(a, 40, 9_999, TEXT, Permission.QUOTE, "");
        mark(a, 9_000, 9_999, TEXT, Permission.QUOTE, "");
        List<String> words = Quotations.of(passages, respondents, Grouping.REGION).excerpts().stream()
                .map(Quotations.Excerpt::text)
                .toList();
        assertEquals(List.of(TEXT.substring(4, 25).strip(), TEXT.substring(40).strip()), words);
    }

    @Test
    void aParaphraseTellsNeitherNameNorRegion() {
        mark(respondent("A", "Asia"), -1, -1, TEXT, Permission.PARAPHRASE, "Data are exchanged.");
        mark(respondent("B", "Asia"), -1, -1, TEXT, Permission.PARAPHRASE, "");
        mark(respondent("C", "Asia"), -1, -1, TEXT, Permission.COUNT_ONLY, "Data are exchanged.");
        Quotations quotations = Quotations.of(passages, respondents, Grouping.REGION);
        assertEquals(1, quotations.excerpts().size());
        Quotations.Excerpt excerpt = quotations.excerpts().getFirst();
        assertEquals("Data are exchanged.", excerpt.text());
        assertNull(excerpt.respondent());
        assertEquals("", excerpt.group());
        assertEquals(1, quotations.countOnly());
        assertEquals(1, quotations.notParaphrased());
    }

    @Test
    void everyGroupIsQuotedBeforeAnyIsQuotedTwice() {
        for (String region : List.of("Africa", "Africa", "Africa", "Africa", "Asia", "Arab region")) {
            RespondentFacts r = respondent(region + respondents.size(), region);
            mark(r, -1, -1, TEXT + r.name(), Permission.QUOTE, "");
        }
        List<Quotations.Excerpt> shown =
                Quotations.of(passages, respondents, Grouping.REGION).spread(4);
        Map<String, Long> byGroup =
                shown.stream().collect(Collectors.groupingBy(Quotations.Excerpt::group, Collectors.counting()));
        assertEquals(Map.of("Africa", 2L, "Asia", 1L, "Arab region", 1L), byGroup);
        assertEquals(
                shown,
                Quotations.of(passages, respondents, Grouping.REGION).spread(4),
                "the choice is always the same");
        assertTrue(
                Quotations.of(passages, respondents, Grouping.REGION).spread(0).isEmpty());
    }

    @Test
    void aReadablePassageComesBeforeAFragment() {
        RespondentFacts a = respondent("A", "Asia");
        RespondentFacts b = respondent("B", "Asia");
        mark(a, 0, 11, TEXT, Permission.QUOTE, "");
        mark(b, -1, -1, TEXT, Permission.QUOTE, "");
        List<Quotations.Excerpt> one =
                Quotations.of(passages, respondents, Grouping.REGION).spread(1);
        assertEquals(b, one.getFirst().respondent());
    }
}
