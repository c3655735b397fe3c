package org.rapporteur.core.meeting;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** Meetings with their agenda and timetable, and the process behind them with its phases. */
public final class MeetingKinds {
    private MeetingKinds() {}

    /** Event of an ISCM or of a process; a scope of its own for exchange. */
    public static final Kind MEETING = Kind.named("meeting")
            .ownScope()
            .texts("name")
            .title()
            .required()
            .text("acronym")
            .searched()
            .texts("theme")
            .searched()
            .choice("level", "expert", "senior_officials", "ministerial", "global")
            .choice("status", "planned", "confirmed", "held", "postponed", "cancelled")
            .field("starts_on", FieldType.DATE)
            .required()
            .field("ends_on", FieldType.DATE)
            .text("dates_stated")
            .field("timezone", FieldType.ZONE)
            .texts("place")
            .searched()
            .text("venue")
            .searched()
            .ref("iscm", "party")
            .ref("host", "party")
            .ref("process", "process")
            .field("nomination_deadline", FieldType.DATE)
            .longTexts("expected_outcome")
            .searched()
            .longText("notes")
            .searched()
            .text("source")
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** A room of the venue. */
    public static final Kind ROOM = Kind.named("room")
            .partOf("meeting", "meeting")
            .text("name")
            .title()
            .required()
            .field("seats", FieldType.INTEGER)
            .ordered()
            .build();

    /** A timed slot of the programme. */
    public static final Kind SESSION = Kind.named("session")
            .partOf("meeting", "meeting")
            .texts("title")
            .title()
            .required()
            .choice(
                    "type",
                    "opening",
                    "plenary",
                    "panel",
                    "working_group",
                    "side_event",
                    "break",
                    "ceremony",
                    "closing")
            .field("day", FieldType.DATE)
            .field("starts_at", FieldType.TIME)
            .field("minutes", FieldType.INTEGER)
            .ref("room", "room")
            .longTexts("description")
            .searched()
            .ordered()
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** A subject to be treated; taken up in a session. */
    public static final Kind AGENDA_ITEM = Kind.named("agenda_item")
            .partOf("meeting", "meeting")
            .text("number")
            .title()
            .texts("title")
            .title()
            .required()
            .ref("session", "session")
            .ref("parent_item", "agenda_item")
            .field("minutes", FieldType.INTEGER)
            .longTexts("description")
            .searched()
            .longTexts("guiding_questions")
            .searched()
            .longTexts("expected_outcome")
            .searched()
            .ordered()
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** Who moderates or speaks in a session; a person, or a role of a party when the name is not known. */
    public static final Kind SPEAKER = Kind.named("speaker")
            .partOf("session", "session")
            .choice("role", "moderator", "chair", "speaker", "panellist", "discussant", "rapporteur", "interpreter")
            .ref("person", "person")
            .ref("party", "party")
            .text("designation")
            .title()
            .ordered()
            .build();

    /** A process that meetings belong to, such as the making of the GCM; also a mechanism of follow-up. */
    public static final Kind PROCESS = Kind.named("process")
            .texts("name")
            .title()
            .required()
            .choice("type", "process", "follow_up_mechanism", "predecessor")
            .longTexts("description")
            .searched()
            .text("since")
            .text("source")
            .ordered()
            .build();

    /** A phase of a process: consultations, stocktaking, negotiations, adoption. */
    public static final Kind PHASE = Kind.named("phase")
            .partOf("process", "process")
            .texts("name")
            .title()
            .required()
            .text("starts_on")
            .text("ends_on")
            .longTexts("description")
            .searched()
            .text("source")
            .ordered()
            .build();

    /** A dated event of a phase: round of negotiations, draft, report, adoption; or a tally of consultations. */
    public static final Kind MILESTONE = Kind.named("milestone")
            .partOf("phase", "phase")
            .texts("name")
            .title()
            .required()
            .choice(
                    "type",
                    "negotiation_round",
                    "draft",
                    "report",
                    "meeting",
                    "adoption",
                    "presentation",
                    "thematic_session",
                    "hearing",
                    "regional_consultation",
                    "civil_society_consultation",
                    "national_consultation",
                    "other")
            .text("starts_on")
            .text("ends_on")
            .texts("place")
            .field("number_held", FieldType.INTEGER)
            .text("convened_by")
            .text("source")
            .ordered()
            .build();

    public static List<Kind> all() {
        return List.of(MEETING, ROOM, SESSION, AGENDA_ITEM, SPEAKER, PROCESS, PHASE, MILESTONE);
    }
}
