package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * An entity asked, as far as sending and receiving need it.
 *
 * @param id key of the respondent
 * @param name its name as the survey lists it
 * @param names the names of the party behind it by language; empty if there is none
 * @param acronym the acronym of the party behind it, may be empty
 * @param language language in which it is asked
 * @param dueOn its own day of return as ISO 8601, "" if the survey's holds
 */
public record Respondent(UUID id, String name, Multilingual names, String acronym, Language language, String dueOn) {

    /** The respondents of a survey, by name. */
    public static List<Respondent> of(Records records, UUID survey) {
        return records
                .list(Query.of(SurveyKinds.RESPONDENT).where("survey", survey).by("name"))
                .stream()
                .map(row -> of(records, row))
                .toList();
    }

    private static Respondent of(Records records, Row row) {
        UUID key = row.ref("party");
        Optional<Row> party = key == null
                ? Optional.empty()
                : records.find(PartyKinds.PARTY, key).filter(p -> !p.deleted());
        return new Respondent(
                row.id(),
                row.text("name"),
                party.map(p -> Multilingual.ofCodes(p.texts("name"))).orElse(Multilingual.EMPTY),
                party.map(p -> p.text("acronym")).orElse(""),
                Language.of(row.text("language")).orElse(Language.EN),
                row.text("due_on"));
    }

    /** What to call the respondent in a language. */
    public String nameIn(Language reader) {
        String ofParty = names.in(reader).orElse("");
        return ofParty.isBlank() ? name : ofParty;
    }
}
