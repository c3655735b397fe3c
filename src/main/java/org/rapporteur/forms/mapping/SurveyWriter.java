package org.rapporteur.forms.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Tick;

/** Writes what a table holds into a survey. Every key is derived from content, so that a second time finds the first. */
final class SurveyWriter {

    /** What became of a row. */
    enum Outcome {
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * One answer of a row.
     *
     * @param value as in {@link AnswerReading.Reading}
     * @param codes the themes it is coded with
     */
    record Given(Asked asked, String value, String body, Doubt doubt, String cell, List<String> codes) {}

    /** A respondent as first seen. */
    record Known(UUID id, String type, String region) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transaction tx;
    private final Mapping mapping;
    private final UUID survey;
    private final UUID scope;
    private final String file;
    private final String hash;
    private final String coder;
    private final boolean fresh;
    private final SurveyForm form;
    private final PartyNames parties;
    private final Map<String, Known> respondents = new HashMap<>();

    SurveyWriter(
            Transaction tx, Mapping mapping, TableImport.Target target, FormWords words, String file, String hash) {
        this.tx = tx;
        this.mapping = mapping;
        this.survey = target.survey();
        this.file = file;
        this.hash = hash;
        this.coder = mapping.coder().isEmpty() ? words.text(mapping.language(), "forms.table.coder") : mapping.coder();
        Optional<Row> there = tx.find(SurveyKinds.SURVEY, survey);
        this.fresh = there.isEmpty();
        if (fresh) {
            Values values = Values.of("meeting", target.meeting())
                    .texts("title", texts(target.title()))
                    .with("status", "closed")
                    .with("default_permission", Permission.COUNT_ONLY);
            UUID home = target.meeting() == null
                    ? org.rapporteur.core.model.Model.DIRECTORY
                    : tx.scopeOf(org.rapporteur.core.meeting.MeetingKinds.MEETING, target.meeting());
            tx.insert(SurveyKinds.SURVEY, survey, home, values);
        } else if (there.get().deleted()) {
            tx.restore(SurveyKinds.SURVEY, survey);
        }
        this.scope = tx.scopeOf(SurveyKinds.SURVEY, survey);
        this.form = new SurveyForm(
                tx, survey, scope, mapping, words.text(mapping.language(), "forms.table.codebook", file));
        this.parties = new PartyNames(tx);
    }

    static Map<String, String> texts(Multilingual text) {
        Map<String, String> texts = new HashMap<>();
        text.asMap().forEach((language, words) -> texts.put(language.code(), words));
        return texts;
    }

    /** What is the same for all spellings of a respondent's name. */
    static String respondentKey(String name) {
        String key = ValueKey.of(name);
        return key.isEmpty() ? name : key;
    }

    /** What is the same for all spellings of a theme. */
    static String codeKey(String code) {
        return respondentKey(code);
    }

    /** The respondent of that name, with type and region as first given. */
    Known respondent(String name, String type, String region) {
        String key = respondentKey(name);
        Known known = respondents.get(key);
        if (known == null) {
            UUID id = Ids.derived("respondent/" + survey, key);
            Values values = Values.of("survey", survey)
                    .with("name", name)
                    .with("type", type)
                    .with("region", region)
                    .with("party", parties.find(name))
                    .with("language", mapping.language())
                    .with("status", "received");
            if (!tx.insert(SurveyKinds.RESPONDENT, id, scope, values)) {
                Row row = tx.find(SurveyKinds.RESPONDENT, id).orElseThrow();
                if (row.deleted()) {
                    tx.restore(SurveyKinds.RESPONDENT, id);
                }
                // What a person corrected since the first import stands.
                type = row.text("type").isEmpty() ? fill(id, "type", type) : type;
                region = row.text("region").isEmpty() ? fill(id, "region", region) : region;
            }
            known = new Known(id, type, region);
            respondents.put(key, known);
        } else if (known.region().isEmpty() && !region.isEmpty() || known.type().isEmpty() && !type.isEmpty()) {
            known = new Known(
                    known.id(),
                    known.type().isEmpty() ? fill(known.id(), "type", type) : known.type(),
                    known.region().isEmpty() ? fill(known.id(), "region", region) : known.region());
            respondents.put(key, known);
        }
        return known;
    }

    private String fill(UUID respondent, String column, String value) {
        if (!value.isEmpty()) {
            tx.set(SurveyKinds.RESPONDENT, respondent, column, value);
        }
        return value;
    }

    /** Reads the answer in a cell. */
    List<Given> read(Asked asked, Written written, String cell, List<String> codes) {
        List<Given> given = new ArrayList<>();
        for (AnswerReading.Reading reading : form.read(asked, written)) {
            given.add(new Given(asked, reading.value(), reading.body(), reading.doubt(), cell, codes));
        }
        return given;
    }

    /** Reads a column of ticks. */
    List<Given> tick(Asked asked, Tick tick, Written written, String cell, List<String> codes) {
        Choice choice = form.choice(asked, tick.choice());
        return switch (ChoiceReading.tick(choice, written)) {
            case YES ->
                List.of(new Given(asked, choice.code(), tick.label().text(mapping.language()), null, cell, codes));
            case NO -> List.of();
            case UNKNOWN ->
                List.of(new Given(
                        asked,
                        "",
                        tick.label().text(mapping.language()) + ": " + written.text(),
                        Doubt.UNKNOWN_CHOICE,
                        cell,
                        codes));
        };
    }

    /** Writes one row. */
    Outcome reply(UUID respondent, String key, Map<String, String> carried, String sheet, List<Given> given) {
        UUID response = Ids.derived("response/" + survey, key);
        Values values = Values.of("respondent", respondent)
                .with("survey", survey)
                .with("channel", "table")
                .with("source_file", file)
                .with("source_hash", hash)
                .with("language", mapping.language().code())
                .with("carried", json(carried));
        boolean added = tx.insert(SurveyKinds.RESPONSE, response, scope, values);
        boolean back = false;
        boolean changed = false;
        if (!added) {
            Row row = tx.find(SurveyKinds.RESPONSE, response).orElseThrow();
            if (row.deleted()) {
                tx.restore(SurveyKinds.RESPONSE, response);
                back = true;
            }
            if (!Objects.equals(row.get("carried"), values.map().get("carried"))) {
                tx.set(SurveyKinds.RESPONSE, response, "carried", values.map().get("carried"));
                changed = true;
            }
        }
        boolean anyNew = false;
        Set<UUID> kept = new HashSet<>();
        for (Given answer : given) {
            UUID id = Ids.derived(
                    "answer/" + response, answer.asked().code() + "/" + answer.value() + "\n" + answer.body());
            kept.add(id);
            boolean isNew = put(SurveyKinds.ANSWER, id, values(answer, response, respondent, sheet), back);
            anyNew |= isNew;
            changed |= codings(id, answer, isNew || back, added);
        }
        changed |= anyNew;
        // Read only when needed: nearly all rows of a table that comes again are as they were.
        Map<UUID, List<Row>> before = added || !anyNew ? Map.of() : live(response);
        // The same question answered differently now: what the table said before goes out of sight, not away.
        for (Given answer : given) {
            for (Row old : before.getOrDefault(form.question(answer.asked()), List.of())) {
                boolean sourced = old.id().version() == 8;
                if (sourced && !kept.contains(old.id()) && kept.add(old.id())) {
                    tx.delete(SurveyKinds.ANSWER, old.id());
                    changed = true;
                }
            }
        }
        return added || back ? Outcome.ADDED : changed ? Outcome.CHANGED : Outcome.SAME;
    }

    private Values values(Given answer, UUID response, UUID respondent, String sheet) {
        return Values.of("response", response)
                .with("survey", survey)
                .with("question", form.question(answer.asked()))
                .with("respondent", respondent)
                .with("value", answer.value())
                .with("body", answer.body())
                .with("language", mapping.language().code())
                .with(
                        "permission",
                        answer.asked().permission().map(Permission::code).orElse(null))
                .with("doubt", answer.doubt() == null ? null : answer.doubt().code())
                .with("source_sheet", sheet)
                .with("source_cell", answer.cell());
    }

    private Map<UUID, List<Row>> live(UUID response) {
        Map<UUID, List<Row>> live = new HashMap<>();
        for (Row answer : tx.list(Query.of(SurveyKinds.ANSWER).where("response", response))) {
            if (answer.ref("question") != null) {
                live.computeIfAbsent(answer.ref("question"), q -> new ArrayList<>())
                        .add(answer);
            }
        }
        return live;
    }

    /** Themes of an answer, one mark for the whole answer each. */
    private boolean codings(UUID answer, Given given, boolean revive, boolean fresher) {
        boolean changed = false;
        Set<UUID> kept = new HashSet<>();
        for (String code : given.codes()) {
            UUID codeId = form.code(code);
            UUID id = Ids.derived("coding/" + answer, mapping.coder() + "\n" + codeId);
            kept.add(id);
            changed |= put(
                    SurveyKinds.CODING,
                    id,
                    Values.of("answer", answer)
                            .with("survey", survey)
                            .with("code", codeId)
                            .with("coder", coder),
                    revive);
        }
        if (!fresher && !fresh && given.asked().codes().isPresent()) {
            for (Row coding :
                    tx.list(Query.of(SurveyKinds.CODING).where("answer", answer).where("coder", coder))) {
                if (!kept.contains(coding.id())) {
                    tx.delete(SurveyKinds.CODING, coding.id());
                    changed = true;
                }
            }
        }
        return changed;
    }

    /**
     * Adds a row. One that is there stays as it is, whatever a person made of it; one that is hidden comes back only if
     * all of its reply does.
     */
    private boolean put(Kind kind, UUID id, Values values, boolean revive) {
        if (tx.insert(kind, id, scope, values)) {
            return true;
        }
        if (revive && tx.find(kind, id).filter(Row::deleted).isPresent()) {
            tx.restore(kind, id);
            return true;
        }
        return false;
    }

    private static String json(Map<String, String> carried) {
        try {
            return carried.isEmpty() ? null : JSON.writeValueAsString(carried);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written", e);
        }
    }
}
