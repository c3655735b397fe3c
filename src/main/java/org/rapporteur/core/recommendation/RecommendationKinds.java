package org.rapporteur.core.recommendation;

import java.util.List;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** Numbered texts, their successive wordings, what they rest on, and what became of them. */
public final class RecommendationKinds {
    private static final String[] LANGUAGES = Field.LANGUAGES.toArray(String[]::new);

    private RecommendationKinds() {}

    public static final Kind RECOMMENDATION = Kind.named("recommendation")
            .partOf("meeting", "meeting")
            .text("number")
            .title()
            .texts("heading")
            .title()
            .texts("grouping")
            .searched()
            .choice("status", "draft", "in_negotiation", "adopted", "withdrawn", "not_in_source")
            .field("adopted_on", FieldType.DATE)
            .field("frozen_hash", FieldType.BLOB_HASH)
            .internal()
            .ref("frozen_version", "version")
            .internal()
            .ref("responsible", "party")
            .field("due_on", FieldType.DATE)
            .ordered()
            .text("source")
            .longText("notes")
            .searched()
            .field("illustrative", FieldType.BOOLEAN)
            .rules(new RecommendationRules())
            .build();

    /** A successive wording: zero draft, zero draft plus, rev. 1 ... */
    public static final Kind VERSION = Kind.named("version")
            .partOf("recommendation", "recommendation")
            .text("label")
            .title()
            .required()
            .longTexts("body")
            .title()
            .field("made_on", FieldType.DATE)
            .text("proposed_by")
            .longText("note")
            .searched()
            .ordered()
            .choice("original", LANGUAGES)
            .texts("made_from")
            .internal()
            .choices("unworded", LANGUAGES)
            .internal()
            .rules(new VersionRules())
            .build();

    /**
     * That a text was adopted, corrected, revised or taken back: a record that nobody changes. It holds the text itself
     * in the languages that were adopted, so that what is done to the versions later leaves it as it was, and the keys of
     * the records that it follows; two that follow the same are two decisions that differ, which a person settles.
     */
    public static final Kind ADOPTION = Kind.named("adoption")
            .partOf("recommendation", "recommendation")
            .choice("change", "adoption", "corrigendum", "revision", "decision", "revocation", "translation")
            .ref("version", "version")
            .text("label")
            .title()
            .field("day", FieldType.DATE)
            .ref("meeting", "meeting")
            .text("place")
            .title()
            .choice("mode", "consensus", "silence", "vote", "acclamation", "noted")
            .longTexts("body")
            .searched()
            .choice("original", LANGUAGES)
            .text("hash")
            .internal()
            .text("seal")
            .internal()
            .text("replaces")
            .internal()
            .longText("reason")
            .searched()
            .text("recorded_by")
            .personal()
            .text("number")
            .rules(new AdoptionRules())
            .build();

    /** A party's recorded disagreement. */
    public static final Kind RESERVATION = Kind.named("reservation")
            .partOf("recommendation", "recommendation")
            .ref("party", "party")
            .longText("body")
            .title()
            .field("made_on", FieldType.DATE)
            .build();

    /** What a recommendation rests on or refers to: theme, answer, coding, objective, agenda item. */
    public static final Kind EVIDENCE = Kind.named("evidence")
            .partOf("recommendation", "recommendation")
            .choice(
                    "relation",
                    "theme",
                    "answer",
                    "objective",
                    "indirect",
                    "agenda_item",
                    "repeats",
                    "merges",
                    "supersedes")
            .ref("target", "")
            .longText("note")
            .title()
            .text("source")
            .build();

    /** A dated round of follow-up. */
    public static final Kind REVIEW_CYCLE = Kind.named("review_cycle")
            .texts("name")
            .title()
            .required()
            .field("starts_on", FieldType.DATE)
            .field("ends_on", FieldType.DATE)
            .choice("level", "national", "regional", "global")
            .text("source")
            .build();

    /** What was done about a recommendation by one party in one cycle. */
    public static final Kind PROGRESS_REPORT = Kind.named("progress_report")
            .partOf("recommendation", "recommendation")
            .ref("review_cycle", "review_cycle")
            .ref("party", "party")
            .choice("status", "not_started", "under_way", "achieved", "blocked", "dropped")
            .longText("achievements")
            .title()
            .longText("barriers")
            .searched()
            .longText("priorities")
            .searched()
            .longText("capacity_needs")
            .searched()
            .longText("evidence_stated")
            .searched()
            .field("due_on", FieldType.DATE)
            .field("reported_on", FieldType.DATE)
            .build();

    public static List<Kind> all() {
        return List.of(RECOMMENDATION, VERSION, ADOPTION, RESERVATION, EVIDENCE, REVIEW_CYCLE, PROGRESS_REPORT);
    }
}
