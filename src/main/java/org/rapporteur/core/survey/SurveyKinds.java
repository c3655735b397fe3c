package org.rapporteur.core.survey;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** The inquiry: its form, who was asked, what came back, and the themes it was coded by. */
public final class SurveyKinds {
    private SurveyKinds() {}

    public static final Kind SURVEY = Kind.named("survey")
            .partOf("meeting", "meeting")
            .texts("title")
            .title()
            .required()
            .longTexts("introduction")
            .searched()
            .choice("status", "draft", "open", "closed", "analysed")
            .field("opens_on", FieldType.DATE)
            .field("due_on", FieldType.DATE)
            .choices("languages", "en", "fr", "es", "ar", "zh", "ru")
            .choice("default_permission", "quote", "paraphrase", "count_only")
            .choice("convergence_groups", "all", "three_quarters", "two_thirds", "half", "two")
            .choice("convergence_members", "all", "two_thirds", "half", "third", "quarter", "one")
            .text("source")
            .longText("notes")
            .searched()
            .field("illustrative", FieldType.BOOLEAN)
            .longText("summary_seal")
            .internal()
            .choice("no_answer", "none", "answers")
            .build();

    public static final Kind QUESTION = Kind.named("question")
            .partOf("survey", "survey")
            .text("code")
            .title()
            .required()
            .longTexts("label")
            .title()
            .required()
            .longTexts("help")
            .searched()
            .choice(
                    "type",
                    "long_text",
                    "text",
                    "single",
                    "multiple",
                    "yes_no",
                    "scale",
                    "integer",
                    "decimal",
                    "date",
                    "use",
                    "note")
            .field("required", FieldType.BOOLEAN)
            .ref("agenda_item", "agenda_item")
            .text("objectives")
            .ordered()
            .build();

    public static final Kind CHOICE = Kind.named("choice")
            .partOf("question", "question")
            .text("code")
            .title()
            .required()
            .texts("label")
            .title()
            .choice("permission", "quote", "paraphrase", "count_only")
            .ordered()
            .build();

    /** The entity asked, with the type and region that this survey groups it by. */
    public static final Kind RESPONDENT = Kind.named("respondent")
            .partOf("survey", "survey")
            .ref("party", "party")
            .text("name")
            .title()
            .required()
            .text("type")
            .searched()
            .text("region")
            .searched()
            .choice("language", "en", "fr", "es", "ar", "zh", "ru")
            .choice("status", "to_send", "sent", "received", "declined", "extension")
            .field("sent_on", FieldType.DATE)
            .field("due_on", FieldType.DATE)
            .field("received_on", FieldType.DATE)
            .field("reminded_on", FieldType.DATE)
            .field("contact_email", FieldType.EMAIL)
            .personal()
            .longText("notes")
            .searched()
            .build();

    /** One reply of a respondent: a returned file, a row of a table, or an entry by hand. */
    public static final Kind RESPONSE = Kind.named("response")
            .partOf("respondent", "respondent")
            .ref("survey", "survey")
            .field("received_on", FieldType.DATE)
            .choice("channel", "file", "table", "by_hand")
            .text("source_file")
            .title()
            .field("source_hash", FieldType.BLOB_HASH)
            .text("language")
            .longText("carried")
            .field("whole", FieldType.BOOLEAN)
            .internal()
            .choice("came_by", "telephone", "paper", "e_mail", "conversation")
            .build();

    /**
     * What a reply has to do with the respondent's other replies: which one it took the place of ({@code earlier}), or
     * which answer of theirs it says again and therefore takes over as it is ({@code answer}). Keys are derived, so that
     * two offices that take in the same files hold the same links.
     */
    public static final Kind REPLY_LINK = Kind.named("reply_link")
            .partOf("response", "response")
            .ref("earlier", "response")
            .ref("answer", "answer")
            .build();

    /**
     * One value or text of a response to one question; several for a multiple choice. {@code value} is the code of the
     * choice or the number in canonical form, {@code body} the words. Survey and respondent are repeated from the
     * response because nearly every question to the store is asked by them.
     */
    public static final Kind ANSWER = Kind.named("answer")
            .partOf("response", "response")
            .ref("survey", "survey")
            .ref("question", "question")
            .ref("respondent", "respondent")
            .text("value")
            .longText("body")
            .title()
            .text("language")
            .choice("permission", "quote", "paraphrase", "count_only")
            .choice(
                    "doubt",
                    "approximate",
                    "unknown_choice",
                    "not_a_number",
                    "not_a_date",
                    "negative",
                    "other_calendar",
                    "far_date",
                    "made_a_date",
                    "digits_lost",
                    "formula",
                    "other_cell",
                    "continued",
                    "placed_by_label",
                    "hidden",
                    "struck")
            // What the words may mean, for a person to confirm; not an answer.
            .text("offered")
            .text("source_sheet")
            .text("source_cell")
            .longText("paraphrase")
            .searched()
            .text("original_value")
            .longText("original_body")
            .longText("reason")
            .choice("came_by", "telephone", "paper", "e_mail", "conversation")
            .field("not_usable", FieldType.BOOLEAN)
            .field("checked", FieldType.BOOLEAN)
            .build();

    /**
     * A cell of a returned file, or something that lies over its cells, that no rule could place without a doubt; a
     * person decides. {@code choice} is the choice of a multiple choice in whose row it stands, {@code beside} the words
     * of that row as the file has them, {@code column_head} the head of its column; {@code surroundings} is read by
     * {@link CellSurroundings}; {@code source_part} names the picture or object inside the returned file.
     *
     * <p>Also an answer ({@code answer}) that a newer file changed or left out, and a file that could not be taken in
     * ({@code source_hash}); both wait for a person in the same way.
     */
    public static final Kind TRAY_ITEM = Kind.named("tray_item")
            .partOf("response", "response")
            .ref("survey", "survey")
            .ref("question", "question")
            .longText("body")
            .title()
            .text("source_sheet")
            .text("source_cell")
            .longText("surroundings")
            .text("reason")
            .ref("choice", "choice")
            .longText("beside")
            .text("column_head")
            .text("source_part")
            .choice("decision", "open", "placed", "set_aside")
            .ref("answer", "answer")
            .ref("respondent", "respondent")
            .text("source_file")
            .field("source_hash", FieldType.BLOB_HASH)
            .build();

    public static final Kind CODEBOOK = Kind.named("codebook")
            .partOf("survey", "survey")
            .texts("name")
            .title()
            .required()
            .longTexts("description")
            .searched()
            .build();

    /** A theme. */
    public static final Kind CODE = Kind.named("code")
            .partOf("codebook", "codebook")
            .text("code")
            .texts("name")
            .title()
            .required()
            .longTexts("definition")
            .searched()
            .ref("parent_code", "code")
            .field("colour", FieldType.COLOUR)
            .text("shortcut")
            .text("objectives")
            .ordered()
            .build();

    /** A span of an answer marked with a theme by one coder; without a span the whole answer. */
    public static final Kind CODING = Kind.named("coding")
            .partOf("answer", "answer")
            .ref("survey", "survey")
            .ref("code", "code")
            .text("coder")
            .personal()
            .field("starts", FieldType.INTEGER)
            .field("ends", FieldType.INTEGER)
            .longText("memo")
            .title()
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** A reported example tied to an objective or theme. */
    public static final Kind GOOD_PRACTICE = Kind.named("good_practice")
            .partOf("survey", "survey")
            .ref("answer", "answer")
            .ref("respondent", "respondent")
            .ref("code", "code")
            .ref("objective", "reference_item")
            .texts("title")
            .title()
            .longTexts("description")
            .searched()
            .build();

    public static List<Kind> all() {
        return List.of(
                SURVEY,
                QUESTION,
                CHOICE,
                RESPONDENT,
                RESPONSE,
                REPLY_LINK,
                ANSWER,
                TRAY_ITEM,
                CODEBOOK,
                CODE,
                CODING,
                GOOD_PRACTICE);
    }
}
