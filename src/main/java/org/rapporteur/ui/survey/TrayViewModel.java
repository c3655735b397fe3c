package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.survey.AnswerWords;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.NoAnswer;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Replies;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.core.survey.TrayProposal;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.Edits;

/** Everything of returned files that waits for a person, one after the other, and what is decided about each. */
final class TrayViewModel {

    /** Two replies beside each other where they differ. */
    record Difference(Question question, String current, String other) {}

    /**
     * Something that waits.
     *
     * @param question the question it is about, if any
     * @param choice the choice in whose row it stands, if any
     * @param proposal what follows from where it stands; its step is NONE for nothing
     * @param earlier of an answer that a newer file changed or left out what it said; "" for anything else
     * @param ofFile how many answers the same file changed or left out that wait too, this one included
     * @param there what the respondent's answer to that question is now, "" for none
     * @param current of competing replies the one that counts until somebody chooses; else null
     * @param differences of competing replies where they differ
     */
    record Item(
            Inbox.Item what,
            Optional<Question> question,
            Optional<Choice> choice,
            TrayProposal proposal,
            String there,
            String earlier,
            int ofFile,
            Row current,
            List<Difference> differences) {
        Row row() {
            return what.row();
        }

        String respondent() {
            return what.name();
        }

        /** Whether Enter may decide it: only what neither loses nor alters anything. */
        boolean certain() {
            return proposal.step() != TrayProposal.Step.NONE;
        }
    }

    private record Loaded(List<Item> items, List<Question> questions, List<Row> respondents) {}

    private final Records records;
    private final Edits edits;
    private final UUID survey;
    private final Supplier<Language> language;
    private final Function<Language, String> none;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private final ObservableList<Row> respondents = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Item> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
    private final LatestTask<Loaded> loading;
    private UUID wanted;

    /**
     * @param language the language in which choices are named
     * @param none the words for that none of the choices is meant
     */
    TrayViewModel(
            Tasks tasks,
            Records records,
            Edits edits,
            UUID survey,
            Supplier<Language> language,
            Function<Language, String> none) {
        this.language = language;
        this.none = none;
        this.records = records;
        this.edits = edits;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, this::loaded);
    }

    ObservableList<Item> items() {
        return items;
    }

    /** The questions that a cell can be given to. */
    ObservableList<Question> questions() {
        return questions;
    }

    /** Whom a file may be from. */
    ObservableList<Row> respondents() {
        return respondents;
    }

    ReadOnlyObjectProperty<Item> current() {
        return current.getReadOnlyProperty();
    }

    /** Place of the current item in the list, from 0; -1 for none. */
    ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    void load() {
        Language now = language.get();
        loading.request(progress -> read(now));
    }

    private Loaded read(Language now) {
        Questionnaire form = Questionnaire.read(records, survey).orElse(null);
        List<Item> found = new ArrayList<>();
        Map<UUID, CurrentReply> replies = CurrentReply.inSurvey(records, survey);
        Inbox inbox = Inbox.of(records, survey);
        Map<UUID, Integer> ofFile = new HashMap<>();
        inbox.items().stream()
                .filter(TrayViewModel::isChange)
                .forEach(item -> ofFile.merge(item.reply().id(), 1, Integer::sum));
        for (Inbox.Item item : inbox.items()) {
            found.add(item(form, replies, item, ofFile, now));
        }
        List<Row> all = new ArrayList<>(
                records.list(Query.partsOf(SurveyKinds.RESPONDENT, survey).by("name")));
        return new Loaded(found, form == null ? List.of() : form.answered(), all);
    }

    private static boolean isChange(Inbox.Item item) {
        return item.sort() == Inbox.Sort.CHANGED || item.sort() == Inbox.Sort.WITHDRAWN;
    }

    private Item item(
            Questionnaire form,
            Map<UUID, CurrentReply> replies,
            Inbox.Item item,
            Map<UUID, Integer> ofFile,
            Language now) {
        Optional<Question> question = form == null || item.question() == null
                ? Optional.empty()
                : form.question(item.question()).filter(q -> q.type().answered());
        CurrentReply reply =
                item.respondent() == null ? null : replies.get(item.respondent().id());
        boolean competing = item.sort() == Inbox.Sort.COMPETING;
        Optional<Choice> choice = item.sort() != Inbox.Sort.CELL
                ? Optional.empty()
                : question.flatMap(q -> q.choices().stream()
                        .filter(c -> c.id().equals(item.row().ref("choice")))
                        .findFirst());
        String there = question.isEmpty() || item.sort() == Inbox.Sort.DOUBT
                ? ""
                : said(question.get(), there(reply, item, question.get()), now);
        String earlier = item.sort() == Inbox.Sort.RIVAL
                ? AnswerWords.of(question.orElse(null), item.row(), now, none.apply(now))
                : !isChange(item)
                        ? ""
                        : Optional.ofNullable(item.row().ref("answer"))
                                .flatMap(id -> records.find(SurveyKinds.ANSWER, id))
                                .map(row -> AnswerWords.of(question.orElse(null), row, now, none.apply(now)))
                                .filter(words -> !words.isBlank())
                                .orElse(item.row().text("body"));
        return new Item(
                item,
                question,
                choice,
                item.sort() == Inbox.Sort.CELL ? TrayProposal.of(records, item.row()) : TrayProposal.NOTHING,
                there,
                earlier,
                isChange(item) ? ofFile.get(item.reply().id()) : 0,
                competing && reply != null ? reply.reply() : null,
                competing && reply != null && form != null ? differences(form, reply, item.row(), now) : List.of());
    }

    private List<Row> there(CurrentReply reply, Inbox.Item item, Question question) {
        if (item.reply() != null && item.reply().text("channel").equals("table")) {
            return records.list(Query.of(SurveyKinds.ANSWER)
                    .where("response", item.reply().id())
                    .where("question", question.id()));
        }
        return reply == null ? List.of() : reply.answers(question.id());
    }

    private List<Difference> differences(Questionnaire form, CurrentReply reply, Row other, Language now) {
        Map<UUID, List<Row>> others = new HashMap<>();
        for (Row row : records.list(Query.of(SurveyKinds.ANSWER).where("response", other.id()))) {
            others.computeIfAbsent(row.ref("question"), q -> new ArrayList<>()).add(row);
        }
        List<Difference> found = new ArrayList<>();
        for (Question question : form.answered()) {
            String one = said(question, reply.answers(question.id()), now);
            String two = said(question, others.getOrDefault(question.id(), List.of()), now);
            if (!one.equals(two)) {
                found.add(new Difference(question, one, two));
            }
        }
        return found;
    }

    private String said(Question question, List<Row> rows, Language now) {
        return rows.stream()
                .filter(row -> !row.flag("not_usable"))
                .map(row -> AnswerWords.of(question, row, now, none.apply(now)))
                .sorted()
                .reduce((a, b) -> a + (question.type().open() ? "\n" : "; ") + b)
                .orElse("");
    }

    private void loaded(Loaded loaded) {
        UUID keep = wanted != null
                ? wanted
                : current.get() == null ? null : current.get().row().id();
        int before = Math.max(0, position.get());
        questions.setAll(loaded.questions());
        respondents.setAll(loaded.respondents());
        items.setAll(loaded.items());
        if (keep != null && find(keep)) {
            wanted = null;
            return;
        }
        // The one decided is gone: the next one has taken its place.
        go(items.isEmpty() ? -1 : Math.min(before, items.size() - 1));
    }

    private void go(int to) {
        position.set(to);
        current.set(to < 0 ? null : items.get(to));
    }

    /** Goes so many items further; stays within the list. */
    void step(int by) {
        if (!items.isEmpty()) {
            go(Math.clamp(position.get() + by, 0, items.size() - 1));
        }
    }

    /** Shows what waits of a reply, or one item; as soon as it is there. */
    void show(UUID wantedKey) {
        if (!find(wantedKey)) {
            wanted = wantedKey;
            load();
        }
    }

    private boolean find(UUID key) {
        for (int i = 0; i < items.size(); i++) {
            Inbox.Item what = items.get(i).what();
            if (what.id().equals(key)
                    || what.reply() != null && what.reply().id().equals(key)) {
                go(i);
                return true;
            }
        }
        return false;
    }

    /** Does what is proposed, if anything is. */
    void accept() {
        Item item = current.get();
        if (item != null && item.certain()) {
            decide(
                    waiting -> Label.of(
                            "survey.step.tray.place",
                            waiting.proposal().question().code(),
                            waiting.respondent()),
                    waiting -> tx -> TrayDecision.accept(tx, waiting.row().id()));
        }
    }

    /** The choice in whose row it stands was made; words that are more than a tick stay with it. */
    void chooseBeside() {
        decide(
                item -> Label.of(
                        "survey.step.tray.place",
                        item.question().map(Question::code).orElse(""),
                        item.respondent()),
                item -> tx -> item.choice().isPresent()
                        && TrayDecision.choose(
                                tx, item.row().id(), item.choice().get().id()));
    }

    /** The words belong to this question. */
    void place(Question question) {
        decide(
                item -> Label.of("survey.step.tray.place", question.code(), item.respondent()),
                item -> tx -> TrayDecision.place(tx, item.row().id(), question.id()));
    }

    /** The words are no answer; of a file: nobody needs it; of an earlier answer: it does not count any more. */
    void setAside() {
        decide(
                item -> Label.of(
                        "survey.step.tray.aside",
                        item.respondent().isEmpty() ? item.what().file() : item.respondent()),
                item -> tx -> item.what().sort() == Inbox.Sort.DOUBT
                        ? Answers.leave(tx, item.row().id())
                        : TrayDecision.setAside(tx, item.row().id()));
    }

    /** An answer that a newer file changed or left out goes on counting. */
    void keepEarlier() {
        decide(
                item -> Label.of("survey.step.tray.keep", item.respondent()),
                item -> tx -> TrayDecision.keepEarlier(tx, item.row().id()));
    }

    /** Decides about all that the file of the current item changed or left out, as one step. */
    void wholeFile(boolean earlier) {
        decide(
                item -> Label.of(
                        earlier ? "survey.step.tray.keepall" : "survey.step.tray.takeall",
                        item.what().file()),
                item -> tx -> TrayDecision.wholeFile(tx, item.what().reply().id(), earlier));
    }

    /** Of two answers that were taken over in place of each other this one counts, or the one that counts now. */
    void prefer(boolean thisOne) {
        decide(
                item -> Answers.correcting(item.question().map(Question::code).orElse(""), item.respondent()),
                item -> tx -> thisOne
                        ? TrayDecision.prefer(tx, item.row().id())
                        : Answers.leave(tx, item.row().id()));
    }

    /** Says once for the survey whether words such as "N/A" are answers. */
    void noAnswer(boolean answers) {
        decide(item -> NoAnswer.deciding(), item -> tx -> NoAnswer.decide(tx, survey, answers));
    }

    /** Says which of two replies counts: the one that is shown as current, or the other. */
    void choose(boolean theOther) {
        decide(
                item -> Replies.choosing(item.respondent()),
                item -> tx -> Replies.choose(
                        tx, theOther ? item.row().id() : item.current().id()));
    }

    /** Takes the reading that is offered for words in doubt. */
    void takeOffered(String reason) {
        decide(
                item -> Answers.correcting(item.question().map(Question::code).orElse(""), item.respondent()),
                item -> tx -> Answers.correct(
                        tx, item.row().id(), new Answers.Entry(item.row().text("offered"), reason, "")));
    }

    /** Notes whose file it is that could not be read, so that nobody reminds them. */
    void from(UUID respondent) {
        decide(item -> Label.of("survey.step.tray.from", item.what().file()), item -> tx -> {
            tx.set(SurveyKinds.TRAY_ITEM, item.row().id(), "respondent", respondent);
            return true;
        });
    }

    private void decide(Function<Item, Label> label, Function<Item, Function<Transaction, Object>> what) {
        Item item = current.get();
        if (item != null) {
            edits.write(label.apply(item), what.apply(item), done -> load());
        }
    }
}
