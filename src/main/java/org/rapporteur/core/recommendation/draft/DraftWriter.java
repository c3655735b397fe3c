package org.rapporteur.core.recommendation.draft;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.RESERVATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.Language;

/**
 * Writes drafts within one transaction. The link to the theme carries a fingerprint of the draft as the program left it;
 * it travels with the draft, so that every site can tell whether a person has worked on it since.
 */
final class DraftWriter {
    private static final String MARK = "draft sha256 ";
    private static final Set<String> NOTED = Set.of("original", "made_from", "unworded");

    private final Transaction tx;
    private final History history;
    private final UUID meeting;
    private final UUID scope;
    private final List<UUID> created = new ArrayList<>();
    private final List<UUID> updated = new ArrayList<>();
    private final List<UUID> unchanged = new ArrayList<>();
    private final List<UUID> edited = new ArrayList<>();
    private final List<UUID> deleted = new ArrayList<>();

    DraftWriter(Transaction tx, History history, UUID meeting) {
        this.tx = tx;
        this.history = history;
        this.meeting = meeting;
        this.scope = meeting == null || tx.find(MeetingKinds.MEETING, meeting).isEmpty()
                ? Model.DIRECTORY
                : tx.scopeOf(MeetingKinds.MEETING, meeting);
    }

    /** What was done; others are keys of drafts whose themes were not written this time. */
    DraftOutcome outcome(List<UUID> others) {
        List<UUID> belowReach = others.stream()
                .filter(id ->
                        tx.find(RECOMMENDATION, id).map(row -> !row.deleted()).orElse(false))
                .toList();
        return new DraftOutcome(created, updated, unchanged, edited, deleted, belowReach);
    }

    void write(Draft draft) {
        Optional<Row> row = tx.find(RECOMMENDATION, draft.id());
        if (row.isEmpty()) {
            create(draft);
            created.add(draft.id());
        } else if (row.get().deleted()) {
            // An undone run hides the draft too, but that is no person's judgement of it.
            if (hiddenByDrafting(RECOMMENDATION, draft.id())) {
                tx.restore(RECOMMENDATION, draft.id());
                restore(VERSION, versionOf(draft));
                restore(EVIDENCE, themeLinkOf(draft));
                updateIfUntouched(draft, created, created);
            } else {
                deleted.add(draft.id());
            }
        } else {
            updateIfUntouched(draft, updated, unchanged);
        }
    }

    private void updateIfUntouched(Draft draft, List<UUID> whenChanged, List<UUID> whenNot) {
        if (!fingerprint(draft).equals(mark(draft))) {
            edited.add(draft.id());
        } else {
            (update(draft) ? whenChanged : whenNot).add(draft.id());
        }
    }

    private void create(Draft draft) {
        Values values = Values.of("meeting", meeting)
                .with("status", "draft")
                .with("source", draft.source())
                .with("illustrative", draft.illustrative() ? true : null)
                .with("position", positionAtTheEnd());
        texts(values, "heading", draft.heading().asMap());
        texts(values, "grouping", draft.groupings());
        tx.insert(RECOMMENDATION, draft.id(), scope, values);
        Values version = Values.of("recommendation", draft.id())
                .with("label", draft.versionLabel())
                .with("made_on", draft.madeOn())
                .with("unworded", String.join(" ", Field.LANGUAGES))
                .with("position", OrderKeys.between(null, null));
        texts(version, "body", draft.bodies());
        tx.insert(VERSION, versionOf(draft), scope, version);
        tx.insert(
                EVIDENCE,
                themeLinkOf(draft),
                scope,
                Values.of("recommendation", draft.id())
                        .with("relation", "theme")
                        .with("target", draft.theme())
                        .with("note", draft.statement()));
        linkAnswers(draft);
        tx.set(EVIDENCE, themeLinkOf(draft), "source", MARK + fingerprint(draft));
    }

    /** Brings an untouched draft up to date; tells whether anything had to change. */
    private boolean update(Draft draft) {
        Map<String, Object> heading = columns("heading", draft.heading().asMap());
        Map<String, Object> body = columns("body", draft.bodies());
        boolean changed = set(RECOMMENDATION, draft.id(), heading);
        if (set(VERSION, versionOf(draft), body)) {
            tx.set(VERSION, versionOf(draft), "made_on", Values.stored(draft.madeOn()));
            tx.set(VERSION, versionOf(draft), "unworded", String.join(" ", Field.LANGUAGES));
            changed = true;
        }
        changed |= set(EVIDENCE, themeLinkOf(draft), Map.of("note", draft.statement()));
        changed |= linkAnswers(draft);
        tx.set(EVIDENCE, themeLinkOf(draft), "source", MARK + fingerprint(draft));
        return changed;
    }

    private boolean set(Kind kind, UUID id, Map<String, Object> values) {
        Row before = tx.find(kind, id).orElseThrow();
        boolean changed = false;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (!java.util.Objects.equals(before.get(value.getKey()), value.getValue())) {
                tx.set(kind, id, value.getKey(), value.getValue());
                changed = true;
            }
        }
        return changed;
    }

    private boolean linkAnswers(Draft draft) {
        boolean changed = false;
        Map<UUID, Row> linked = new HashMap<>();
        tx.each(
                Query.partsOf(EVIDENCE, draft.id()).where("relation", "answer").withDeleted(),
                row -> linked.put(row.id(), row));
        for (UUID answer : draft.answers()) {
            UUID id = linkOf(draft, answer);
            Row row = linked.remove(id);
            if (row == null) {
                changed |= tx.insert(
                        EVIDENCE,
                        id,
                        scope,
                        Values.of("recommendation", draft.id())
                                .with("relation", "answer")
                                .with("target", answer));
            } else if (row.deleted() && hiddenByDrafting(EVIDENCE, id)) {
                tx.restore(EVIDENCE, id);
                changed = true;
            }
        }
        // Links of the program's own whose answer no longer raises the theme; links that people made stay.
        for (Row row : linked.values()) {
            UUID target = row.ref("target");
            if (!row.deleted() && target != null && row.id().equals(linkOf(draft, target))) {
                tx.delete(EVIDENCE, row.id());
                changed = true;
            }
        }
        return changed;
    }

    private void restore(Kind kind, UUID id) {
        tx.find(kind, id).filter(Row::deleted).ifPresent(row -> tx.restore(kind, id));
    }

    private boolean hiddenByDrafting(Kind kind, UUID id) {
        return history.of(kind, id, Integer.MAX_VALUE).stream()
                .filter(e -> e.action() == History.Action.DELETED)
                .findFirst()
                .map(e -> e.label().step().equals(RecommendationDrafter.STEP))
                .orElse(false);
    }

    private String mark(Draft draft) {
        return tx.find(EVIDENCE, themeLinkOf(draft))
                .filter(row -> !row.deleted())
                .map(row -> row.text("source"))
                .filter(source -> source.startsWith(MARK))
                .map(source -> source.substring(MARK.length()))
                .orElse("");
    }

    /** What a person may have changed: every field of draft and version but their place, other versions, reservations. */
    private String fingerprint(Draft draft) {
        MessageDigest digest = sha256();
        add(digest, tx.find(RECOMMENDATION, draft.id()).orElseThrow());
        for (Row version : tx.list(Query.partsOf(VERSION, draft.id()))) {
            add(digest, version);
        }
        for (Row reservation : tx.list(Query.partsOf(RESERVATION, draft.id()))) {
            add(digest, reservation);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Row row) {
        StringBuilder text = new StringBuilder(row.id().toString());
        for (String column : row.kind().columns()) {
            // What the program notes beside the wording is no work of a person; drafts of before have none of it.
            if (!column.equals("position")
                    && !NOTED.contains(row.kind().fieldOf(column).name())) {
                text.append('\u001e').append(column).append('\u001f').append(row.get(column));
            }
        }
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String positionAtTheEnd() {
        List<Row> last = tx.list(Query.of(RECOMMENDATION)
                .where("meeting", meeting)
                .byDescending("position")
                .page(1, 0));
        return OrderKeys.between(last.isEmpty() ? null : last.getFirst().text("position"), null);
    }

    private static void texts(Values values, String field, Map<Language, String> texts) {
        texts.forEach((language, text) -> values.with(field + "_" + language.code(), text));
    }

    private static Map<String, Object> columns(String field, Map<Language, String> texts) {
        Map<String, Object> columns = new HashMap<>();
        for (Language language : Language.all()) {
            columns.put(field + "_" + language.code(), Values.stored(texts.get(language)));
        }
        return columns;
    }

    private static UUID versionOf(Draft draft) {
        return Ids.derived("draft version", draft.id().toString());
    }

    private static UUID themeLinkOf(Draft draft) {
        return Ids.derived("draft theme", draft.id().toString());
    }

    private static UUID linkOf(Draft draft, UUID answer) {
        return Ids.derived("draft answer", draft.id() + " " + answer);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
