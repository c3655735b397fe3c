package org.rapporteur.core.participant;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** People, and who represents whom at a meeting. */
public final class ParticipantKinds {
    private ParticipantKinds() {}

    /** A natural person. */
    public static final Kind PERSON = Kind.named("person")
            .text("honorific")
            .personal()
            .text("given_name")
            .title()
            .personal()
            .text("family_name")
            .title()
            .personal()
            .required()
            .text("name_in_script")
            .searched()
            .personal()
            .choice("gender", "female", "male", "other", "not_stated")
            .personal()
            .text("position")
            .searched()
            .personal()
            .text("unit")
            .searched()
            .personal()
            .ref("party", "party")
            .field("email", FieldType.EMAIL)
            .searched()
            .personal()
            .field("phone", FieldType.PHONE)
            .personal()
            .choices("languages", "en", "fr", "es", "ar", "zh", "ru")
            .personal()
            .longText("notes")
            .searched()
            .personal()
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** A party's team at one meeting, from invitation to credentials. */
    public static final Kind DELEGATION = Kind.named("delegation")
            .partOf("meeting", "meeting")
            .ref("party", "party")
            .required()
            .text("name_stated")
            .title()
            .choice("capacity", "member", "observer", "partner", "invited", "non_state_actor", "secretariat", "host")
            .choice("status", "to_invite", "invited", "nominated", "confirmed", "declined", "no_answer")
            .field("invited_on", FieldType.DATE)
            .choice("nomination_by", "note_verbale", "letter", "e_mail", "form")
            .text("nomination_symbol")
            .field("nominated_on", FieldType.DATE)
            .choice("credentials", "not_required", "awaited", "received", "accepted", "rejected")
            .field("credentials_on", FieldType.DATE)
            .longText("notes")
            .searched()
            .field("illustrative", FieldType.BOOLEAN)
            .build();

    /** A person in a delegation, with a role. */
    public static final Kind DELEGATE = Kind.named("delegate")
            .partOf("delegation", "delegation")
            .ref("person", "person")
            .required()
            .text("name_stated")
            .title()
            .personal()
            .choice("role", "head", "alternate", "adviser", "expert", "observer", "focal_point", "interpreter", "guest")
            .text("position_stated")
            .searched()
            .personal()
            .choice("attendance", "expected", "registered", "present", "absent", "remote")
            .ordered()
            .build();

    public static List<Kind> all() {
        return List.of(PERSON, DELEGATION, DELEGATE);
    }
}
