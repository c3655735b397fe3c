package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;

/** What is decided about whole replies, and the links by which one reply follows another. */
public final class Replies {
    private Replies() {}

    /** The step of choosing a reply, as history names it. */
    public static Label choosing(String respondent) {
        return Label.of("forms.step.choose", respondent);
    }

    /**
     * A person says which reply of a respondent counts: the others are replaced by it. Whoever chose differently without
     * knowing of this is not overruled; the replies compete again then.
     *
     * @return false if there is no such reply, or it is a row of a table
     */
    public static boolean choose(Transaction tx, UUID response) {
        Optional<Row> chosen = tx.find(SurveyKinds.RESPONSE, response)
                .filter(row -> !row.deleted()
                        && row.ref("respondent") != null
                        && !row.text("channel").equals("table"));
        if (chosen.isEmpty()) {
            return false;
        }
        UUID scope = tx.scopeOf(SurveyKinds.RESPONSE, response);
        for (Row other : tx.list(
                Query.of(SurveyKinds.RESPONSE).where("respondent", chosen.get().ref("respondent")))) {
            if (!other.id().equals(response) && !other.text("channel").equals("table")) {
                replaces(tx, response, other.id(), scope);
                UUID opposite = earlierKey(other.id(), response);
                tx.find(SurveyKinds.REPLY_LINK, opposite)
                        .filter(row -> !row.deleted())
                        .ifPresent(row -> tx.delete(SurveyKinds.REPLY_LINK, opposite));
            }
        }
        return true;
    }

    /** Notes that one reply takes the place of another. */
    static void replaces(Transaction tx, UUID response, UUID earlier, UUID scope) {
        put(
                tx,
                SurveyKinds.REPLY_LINK,
                earlierKey(response, earlier),
                scope,
                Values.of("response", response).with("earlier", earlier));
    }

    /** Notes that a reply says again what an earlier answer says, which goes on counting as it is. */
    static void takesOver(Transaction tx, UUID response, UUID answer, UUID scope) {
        put(
                tx,
                SurveyKinds.REPLY_LINK,
                Ids.derived("reply-link/" + response, "answer/" + answer),
                scope,
                Values.of("response", response).with("answer", answer));
    }

    private static UUID earlierKey(UUID response, UUID earlier) {
        return Ids.derived("reply-link/" + response, "earlier/" + earlier);
    }

    /**
     * Adds an answer to a reply. Where the reply takes over answers to the same question, the new one stands beside
     * them. Two machines that each add the answer to a question which had none add the same record, so that what they
     * say differently is a decision and never counted twice.
     */
    static UUID add(Transaction tx, Row reply, CurrentReply current, Values values) {
        UUID question = (UUID) values.map().get("question");
        UUID id = newAnswer(tx, reply, question, values);
        boolean covered = !reply.text("channel").equals("table")
                && tx.list(Query.of(SurveyKinds.REPLY_LINK).where("response", reply.id())).stream()
                        .map(link -> link.ref("answer"))
                        .anyMatch(key -> key != null
                                && current.answers(question).stream()
                                        .anyMatch(row -> row.id().equals(key)));
        if (covered) {
            takesOver(tx, reply.id(), id, tx.scopeOf(SurveyKinds.RESPONSE, reply.id()));
        }
        return id;
    }

    private static UUID newAnswer(Transaction tx, Row reply, UUID question, Values values) {
        boolean several = question != null
                && tx.find(SurveyKinds.QUESTION, question)
                        .filter(row -> row.text("type").equals(QuestionType.MULTIPLE.code()))
                        .isPresent();
        UUID key = Ids.derived(
                "answer-of/" + reply.id(),
                several ? question + "/" + values.map().get("value") : "" + question);
        boolean added = question != null
                && tx.insert(SurveyKinds.ANSWER, key, tx.scopeOf(SurveyKinds.RESPONSE, reply.id()), values);
        return added ? key : tx.insert(SurveyKinds.ANSWER, values);
    }

    /** The answers of a reply to a question: of a table's row its own, of everything else what counts of the respondent. */
    static List<Row> answers(Records records, Row reply, UUID question) {
        return reply.text("channel").equals("table")
                ? records.list(Query.of(SurveyKinds.ANSWER)
                        .where("response", reply.id())
                        .where("question", question))
                : CurrentReply.of(records, reply.ref("respondent")).answers(question);
    }

    /** Adds a row, or brings back the one that an undo or a person hid, as it is now. */
    static void put(Transaction tx, Kind kind, UUID id, UUID scope, Values values) {
        if (tx.insert(kind, id, scope, values)) {
            return;
        }
        if (tx.find(kind, id).filter(Row::deleted).isPresent()) {
            tx.restore(kind, id);
        }
        tx.setAll(kind, id, values.map());
    }
}
