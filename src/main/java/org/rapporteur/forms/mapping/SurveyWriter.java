package org.rapporteur.forms.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.AnswerReading;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.mapping.Mapping.Asked;

/** Writes what a table holds into a survey. Every key is derived from content, so that a second time finds the first. */
final class SurveyWriter {

    /** What became of a row. */
    enum Outcome {
        ADDED,
        CHANGED,
        SAME
    }

    /** Where something stands. */
    record At(String sheet, long row, String cell) {}

    /**
     * One answer of a row.
     *
     * @param value as in {@link AnswerReading.Reading}
     * @param codes the themes it is coded with
     */
    record Given(Asked asked, String value, String body, Doubt doubt, String cell, List<String> codes) {}

    /**
     * A row to write.
     *
     * @param who the respondent's name
     * @param key what tells it from other rows
     * @param given its answers
     */
    record Line(UUID respondent, String who, String key, Map<String, String> carried, At at, List<Given> given) {}

    /** A respondent as first seen. */
    record Known(UUID id, String name, String type, String region) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGINAL = "original_body";

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
    private final Told told;
    private final Earlier earlier;
    private final Set<UUID> written = new HashSet<>();
    private final Set<UUID> made = new HashSet<>();
    private final Map<String, Known> respondents = new HashMap<>();
    private final List<Line> unplaced = new ArrayList<>();

    SurveyWriter(
            Transaction tx,
            Mapping mapping,
            TableImport.Target target,
            FormWords words,
            String file,
            String hash,
            Told told,
            Set<UUID> ofThisCall) {
        this.tx = tx;
        this.mapping = mapping;
        this.survey = target.survey();
        this.file = file;
        this.hash = hash;
        this.told = told;
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
                tx, survey, scope, mapping, words.text(mapping.language(), "forms.table.codebook", file), told);
        this.parties = new PartyNames(tx);
        if (!fresh) {
            knownRespondents();
        }
        this.earlier = fresh
                ? Earlier.none()
                : Earlier.of(
                        tx,
                        survey,
                        mapping.questions().stream().map(form::question).toList(),
                        ofThisCall);
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

    SurveyForm form() {
        return form;
    }

    /** Whether the survey did not have this respondent before the table. */
    boolean isNew(UUID respondent) {
        return made.contains(respondent);
    }

    /** Replies that this table brought or met. */
    Set<UUID> written() {
        return written;
    }

    // Also those that were asked before the table came; of two with one name the table can't say which is meant.
    private void knownRespondents() {
        Set<String> twice = new HashSet<>();
        for (Row row : tx.list(Query.partsOf(SurveyKinds.RESPONDENT, survey))) {
            String key = respondentKey(row.text("name"));
            Known known = new Known(row.id(), row.text("name"), row.text("type"), row.text("region"));
            if (respondents.putIfAbsent(key, known) != null) {
                twice.add(key);
            }
        }
        twice.forEach(respondents::remove);
    }

    /** The respondent of that name, with type and region as first given. */
    Known respondent(String name, String type, String region, At at) {
        String key = respondentKey(name);
        Known known = respondents.get(key);
        if (known == null) {
            known = make(key, name, type, region);
            respondents.put(key, known);
            return known;
        }
        if (!known.name().equals(name)) {
            told.count(false, at, "forms.table.joined", name, known.name());
        }
        if (known.region().isEmpty() && !region.isEmpty() || known.type().isEmpty() && !type.isEmpty()) {
            known = new Known(
                    known.id(),
                    known.name(),
                    known.type().isEmpty() ? fill(known.id(), "type", type) : known.type(),
                    known.region().isEmpty() ? fill(known.id(), "region", region) : known.region());
            respondents.put(key, known);
        }
        return known;
    }

    private Known make(String key, String name, String type, String region) {
        Values values = Values.of("survey", survey)
                .with("name", name)
                .with("type", type)
                .with("region", region)
                .with("party", parties.find(name))
                .with("language", mapping.language())
                .with("status", "received");
        UUID id = Ids.derived("respondent/" + survey, key);
        if (tx.insert(SurveyKinds.RESPONDENT, id, scope, values)) {
            made.add(id);
            return new Known(id, name, type, region);
        }
        Row row = tx.find(SurveyKinds.RESPONDENT, id).orElseThrow();
        if (!respondentKey(row.text("name")).equals(key) && !row.deleted()) {
            // Before signs were kept, or renamed by a person since: another respondent has this key now.
            id = Ids.derived("respondent/" + survey, "signs\n" + key);
            if (tx.insert(SurveyKinds.RESPONDENT, id, scope, values)) {
                made.add(id);
                return new Known(id, name, type, region);
            }
            row = tx.find(SurveyKinds.RESPONDENT, id).orElseThrow();
        }
        if (row.deleted()) {
            tx.restore(SurveyKinds.RESPONDENT, id);
            made.add(id);
        }
        // What a person corrected since the first import stands.
        return new Known(
                id,
                row.text("name"),
                row.text("type").isEmpty() ? fill(id, "type", type) : row.text("type"),
                row.text("region").isEmpty() ? fill(id, "region", region) : row.text("region"));
    }

    private String fill(UUID respondent, String column, String value) {
        if (!value.isEmpty()) {
            tx.set(SurveyKinds.RESPONDENT, respondent, column, value);
        }
        return value;
    }

    /** Whether an earlier table brought a row with this key. */
    boolean knows(String key) {
        return earlier.has(Ids.derived("response/" + survey, key));
    }

    /** Writes one row; null if what became of it is known only when all rows are. */
    Outcome reply(Line line) {
        UUID id = Ids.derived("response/" + survey, line.key());
        boolean one = mapping.key().isPresent() || mapping.rows() == Mapping.Rows.RESPONDENT;
        if (earlier.isEmpty()) {
            return add(id, line);
        }
        Earlier.Reply before = one ? earlier.byKey(id) : null;
        if (before == null && !(one && mapping.key().isEmpty())) {
            before = earlier.saying(content(line), id);
        }
        if (before == null && !one) {
            before = earlier.holding(
                    id, line.given().stream().map(g -> answerKey(id, g)).toList());
        }
        if (before == null && one && mapping.key().isEmpty()) {
            before = earlier.ofRespondent(line.respondent());
        }
        if (before != null) {
            return merge(before, line);
        }
        if (one) {
            return add(id, line);
        }
        unplaced.add(line);
        return null;
    }

    private String content(Line line) {
        List<String> parts = new ArrayList<>();
        line.given().forEach(g -> parts.add(Earlier.part(form.question(g.asked()), g.value(), g.body())));
        return Earlier.content(line.respondent(), parts);
    }

    /**
     * Writes the rows that waited: those like an earlier one of the respondent are its new version.
     *
     * @param remove whether rows that the table no longer holds are taken out; otherwise they are named only
     * @return what became of the rows that waited
     */
    List<Outcome> end(boolean remove) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<UUID, Integer> waiting = new HashMap<>();
        unplaced.forEach(line -> waiting.merge(line.respondent(), 1, Integer::sum));
        for (Line line : unplaced) {
            List<String> words = new ArrayList<>();
            line.given().forEach(g -> words.add(g.body().isEmpty() ? g.value() : g.body()));
            Earlier.Reply before = earlier.alike(
                    line.respondent(), String.join("; ", words), waiting.get(line.respondent()) == 1, file);
            outcomes.add(
                    before == null ? add(Ids.derived("response/" + survey, line.key()), line) : merge(before, line));
        }
        gone(remove);
        return outcomes;
    }

    private void gone(boolean remove) {
        Map<UUID, String> names = new HashMap<>();
        for (Earlier.Reply reply : earlier.gone(file)) {
            String name = names.computeIfAbsent(
                    reply.respondent(),
                    id -> tx.find(SurveyKinds.RESPONDENT, id)
                            .map(row -> row.text("name"))
                            .orElse(""));
            String words = Told.shorten(reply.words());
            String from = reply.row().text("source_file");
            if (remove) {
                reply.answers().forEach(answer -> tx.delete(SurveyKinds.ANSWER, answer.id()));
                tx.delete(SurveyKinds.RESPONSE, reply.id());
                unanswered(reply.respondent());
                told.change(Refusal.file(file, "forms.table.removed", name, words, from));
            } else {
                told.notice(Refusal.file(file, "forms.table.gone", name, words, from));
            }
        }
    }

    /** Of whom no reply is left, nothing came: no figure may count it among those that replied. */
    private void unanswered(UUID respondent) {
        if (tx.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent))
                .isEmpty()) {
            tx.set(SurveyKinds.RESPONDENT, respondent, "status", "sent");
            tx.set(SurveyKinds.RESPONDENT, respondent, "received_on", null);
        }
    }

    private Outcome add(UUID id, Line line) {
        UUID response = id;
        Values values = Values.of("respondent", line.respondent())
                .with("survey", survey)
                .with("channel", "table")
                .with("source_file", file)
                .with("source_hash", hash)
                .with("language", mapping.language().code())
                .with("carried", json(line.carried()));
        boolean back = false;
        boolean isNew = tx.insert(SurveyKinds.RESPONSE, response, scope, values);
        if (!isNew) {
            Row row = tx.find(SurveyKinds.RESPONSE, response).orElseThrow();
            if (row.deleted() || written.contains(response)) {
                back = row.deleted();
                if (back) {
                    tx.restore(SurveyKinds.RESPONSE, response);
                }
            } else if (!mine(row, line)) {
                // The place of this row is taken by one that says something else by now.
                isNew = true;
                for (int n = 2; !tx.insert(SurveyKinds.RESPONSE, response, scope, values); n++) {
                    response = Ids.derived("response/" + survey, line.key() + "\n#" + n);
                    if (written.contains(response)) {
                        continue;
                    }
                    Row other = tx.find(SurveyKinds.RESPONSE, response).orElse(null);
                    if (other != null && mine(other, line)) {
                        break;
                    }
                }
            }
        }
        written.add(response);
        boolean any = false;
        boolean returned = !isNew && withdrawnBefore(response);
        for (Given answer : line.given()) {
            UUID key = answerKey(response, answer);
            any |= put(SurveyKinds.ANSWER, key, values(answer, response, line), back || returned);
            any |= codings(key, answer, isNew || back, isNew);
        }
        return isNew || back ? Outcome.ADDED : any ? Outcome.CHANGED : Outcome.SAME;
    }

    // A row without answers to these questions can take them.
    private boolean mine(Row response, Line line) {
        return line.respondent().equals(response.ref("respondent"))
                && !earlier.has(response.id())
                && !written.contains(response.id())
                && tx.count(Query.of(SurveyKinds.ANSWER).where("response", response.id())) == 0;
    }

    private static UUID answerKey(UUID response, Given answer) {
        return answerKey(response, answer.asked().code(), answer.value(), answer.body());
    }

    private static UUID answerKey(UUID response, String code, String value, String body) {
        return Ids.derived("answer/" + response, code + "/" + value + "\n" + body);
    }

    /** Makes an earlier row say what the table says now. */
    private Outcome merge(Earlier.Reply before, Line line) {
        written.add(before.id());
        boolean changed = false;
        if (!line.respondent().equals(before.respondent())) {
            tx.set(SurveyKinds.RESPONSE, before.id(), "respondent", line.respondent());
            before.answers().forEach(a -> tx.set(SurveyKinds.ANSWER, a.id(), "respondent", line.respondent()));
            String name = tx.find(SurveyKinds.RESPONDENT, before.respondent())
                    .map(row -> row.text("name"))
                    .orElse("");
            told.change(at(line.at(), line.at().cell(), "forms.table.otherRespondent", name, line.who()));
            changed = true;
        }
        String carried = json(line.carried());
        if (!Objects.equals(before.row().get("carried"), carried)) {
            tx.set(SurveyKinds.RESPONSE, before.id(), "carried", carried);
            changed = true;
        }
        for (Asked asked : mapping.questions()) {
            changed |= merge(before, asked, line);
        }
        return changed ? Outcome.CHANGED : Outcome.SAME;
    }

    private boolean merge(Earlier.Reply reply, Asked asked, Line line) {
        UUID question = form.question(asked);
        List<Row> before = new ArrayList<>(reply.answers().stream()
                .filter(row -> question.equals(row.ref("question")))
                .toList());
        List<Given> now = new ArrayList<>(
                line.given().stream().filter(g -> g.asked() == asked).toList());
        if (before.isEmpty() && now.isEmpty()) {
            return false;
        }
        boolean coded = false;
        for (Row row : List.copyOf(before)) {
            for (Given given : List.copyOf(now)) {
                if (row.text("value").equals(given.value()) && row.text("body").equals(given.body())) {
                    before.remove(row);
                    now.remove(given);
                    coded |= codings(row.id(), given, false, false);
                    break;
                }
            }
        }
        if (before.isEmpty() && now.isEmpty()) {
            return coded;
        }
        if (before.stream().anyMatch(row -> corrected(row, asked))) {
            // A person has said what counts here; the table may not overrule that.
            Set<UUID> said = new HashSet<>();
            now.forEach(given -> said.add(answerKey(reply.id(), given)));
            boolean asRead = before.stream().allMatch(row -> said.contains(row.id()));
            if (!asRead) {
                told.notice(at(
                        line.at(),
                        cell(now, line),
                        "forms.table.corrected",
                        line.who(),
                        asked.code(),
                        Told.shorten(words(before)),
                        Told.shorten(given(now))));
            }
            return coded;
        }
        String was = words(before);
        boolean withdrawn = now.isEmpty()
                && reply.answers().stream()
                        .filter(row -> question.equals(row.ref("question")))
                        .allMatch(before::contains);
        boolean revive = !before.isEmpty();
        String is = given(now);
        String cell = cell(now, line);
        boolean wrote = false;
        List<Row> gone = new ArrayList<>();
        for (Given given : now) {
            // Each answer has a key of its own, so that it is seen later whether a person changed it.
            UUID key = answerKey(reply.id(), given);
            boolean isNew = put(
                    SurveyKinds.ANSWER, key, values(given, reply.id(), line), revive || withdrawnBefore(reply.id()));
            wrote |= isNew;
            coded |= codings(key, given, isNew, false);
            if (isNew && !before.isEmpty()) {
                Row row = before.remove(0);
                carryOver(row.id(), key);
                tx.delete(SurveyKinds.ANSWER, row.id());
                gone.add(row);
            }
        }
        for (Row row : before) {
            wrote = true;
            tx.delete(SurveyKinds.ANSWER, row.id());
            gone.add(row);
        }
        if (withdrawn) {
            withdrawn(reply, question, gone, line);
            told.notice(at(line.at(), cell, "forms.table.withdrawn", line.who(), asked.code(), Told.shorten(was)));
        } else if (wrote) {
            told.change(at(
                    line.at(),
                    cell,
                    "forms.table.changed",
                    line.who(),
                    asked.code(),
                    Told.shorten(was),
                    Told.shorten(is)));
        }
        return wrote || coded;
    }

    /** What the table no longer says waits for a person; it does not count meanwhile. */
    private void withdrawn(Earlier.Reply reply, UUID question, List<Row> before, Line line) {
        for (Row row : before) {
            UUID id = Ids.derived("tray/" + reply.id(), "withdrawn/" + row.id() + "/" + hash);
            Values values = Values.of("response", reply.id())
                    .with("survey", survey)
                    .with("question", question)
                    .with("body", row.text("body").isEmpty() ? row.text("value") : row.text("body"))
                    .with("source_sheet", line.at().sheet())
                    .with("source_cell", row.text("source_cell"))
                    .with("reason", "withdrawn")
                    .with("decision", "open");
            tx.insert(
                    SurveyKinds.TRAY_ITEM,
                    id,
                    scope,
                    SurveyKinds.TRAY_ITEM.hasColumn("answer") ? values.with("answer", row.id()) : values);
        }
    }

    /** What people marked in the answer before goes along with its new version. */
    private void carryOver(UUID before, UUID now) {
        for (Row coding : tx.list(Query.of(SurveyKinds.CODING).where("answer", before))) {
            if (!coder.equals(coding.text("coder"))) {
                tx.set(SurveyKinds.CODING, coding.id(), "answer", now);
            }
        }
    }

    // What an earlier version of the table left out and this one holds again comes back.
    private boolean withdrawnBefore(UUID response) {
        List<Row> items = tx.list(
                Query.of(SurveyKinds.TRAY_ITEM).where("response", response).where("reason", "withdrawn"));
        items.forEach(item -> tx.set(SurveyKinds.TRAY_ITEM, item.id(), "decision", "set_aside"));
        return !items.isEmpty();
    }

    private static boolean corrected(Row answer, Asked asked) {
        boolean said = answer.kind().hasColumn(ORIGINAL)
                && (answer.get(ORIGINAL) != null || answer.get("original_value") != null || answer.flag("not_usable"));
        UUID key = answerKey(answer.ref("response"), asked.code(), answer.text("value"), answer.text("body"));
        return said || answer.id().version() == 8 && !answer.id().equals(key);
    }

    private Refusal at(At at, String cell, String key, Object... args) {
        return Refusal.cell(file, at.sheet(), at.row(), cell, key, args);
    }

    private static String cell(List<Given> now, Line line) {
        return now.isEmpty() ? line.at().cell() : now.get(0).cell();
    }

    private static String words(List<Row> rows) {
        return String.join(
                "; ",
                rows.stream()
                        .map(row -> row.text("body").isEmpty() ? row.text("value") : row.text("body"))
                        .toList());
    }

    private static String given(List<Given> given) {
        return String.join(
                "; ",
                given.stream()
                        .map(g -> g.body().isEmpty() ? g.value() : g.body())
                        .toList());
    }

    /**
     * What the mapping allows of a question holds as far as the respondent allows it: if the table has a question on the
     * use of the answers, only what is less than what was said there is written, and the rest is left to what was said.
     */
    private String permission(Asked asked, Line line) {
        Permission stated = asked.permission().orElse(null);
        boolean said = mapping.questions().stream().anyMatch(q -> q.type() == QuestionType.USE);
        if (stated == null || !said) {
            return stated == null ? null : stated.code();
        }
        Permission least = line.given().stream()
                .filter(given -> given.asked().type() == QuestionType.USE)
                .map(given -> form.allowed(given.asked(), given.value()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean less = least == null ? stated == Permission.COUNT_ONLY : stated.compareTo(least) < 0;
        return less ? stated.code() : null;
    }

    private Values values(Given answer, UUID response, Line line) {
        return Values.of("response", response)
                .with("survey", survey)
                .with("question", form.question(answer.asked()))
                .with("respondent", line.respondent())
                .with("value", answer.value())
                .with("body", answer.body())
                .with(
                        "language",
                        LanguageGuess.within(mapping.language(), answer.body()).code())
                .with("permission", permission(answer.asked(), line))
                .with("doubt", answer.doubt() == null ? null : answer.doubt().code())
                .with("source_sheet", line.at().sheet())
                .with("source_cell", answer.cell());
    }

    /** Themes of an answer, one mark for the whole answer each. */
    private boolean codings(UUID answer, Given given, boolean revive, boolean fresher) {
        if (given.asked().codes().isEmpty()) {
            return false;
        }
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
        if (!fresher && !fresh) {
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
            return carried.isEmpty() ? null : JSON.writeValueAsString(new LinkedHashMap<>(carried));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written", e);
        }
    }
}
