package org.rapporteur.documents.from;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.TakingPart;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Collation;
import org.rapporteur.documents.build.ParticipantsInput;
import org.rapporteur.documents.model.Phrase;

/** The list of participants of a meeting from its delegations. */
final class ParticipantsFrom {
    private final Source source;

    ParticipantsFrom(Source source) {
        this.source = source;
    }

    /**
     * @param contacts whether e-mail and telephone are printed
     */
    ParticipantsInput read(UUID meetingId, boolean contacts) {
        Row meeting = source.meeting(meetingId);
        Map<UUID, List<Row>> delegates = new HashMap<>();
        source.records()
                .list(Query.of(ParticipantKinds.DELEGATE)
                        .where("scope", meetingId)
                        .by("position"))
                .forEach(row -> delegates
                        .computeIfAbsent(row.ref("delegation"), id -> new ArrayList<>())
                        .add(row));
        List<ParticipantsInput.Delegation> delegations = new ArrayList<>();
        List<Phrase> awaited = new ArrayList<>();
        boolean illustrative = meeting.flag("illustrative");
        boolean attended = TakingPart.attended(
                meeting, delegates.values().stream().flatMap(List::stream).toList());
        for (Row delegation : source.parts(ParticipantKinds.DELEGATION, meetingId)) {
            illustrative |= delegation.flag("illustrative");
            List<Row> people = delegates.getOrDefault(delegation.id(), List.of());
            List<Row> members = TakingPart.of(delegation, people, attended);
            if (!members.isEmpty()) {
                delegations.add(delegation(delegation, members));
            } else if (TakingPart.awaited(delegation, people)) {
                awaited.add(party(delegation));
            }
        }
        boolean held = Source.held(meeting);
        return new ParticipantsInput(
                contacts
                        ? source.masthead(meeting, "list_of_participants", illustrative)
                                .internal()
                        : source.masthead(meeting, "list_of_participants", illustrative),
                source.facts(meeting),
                held
                        ? ParticipantsInput.Stage.FINAL
                        : source.revised(meetingId, "list_of_participants")
                                ? ParticipantsInput.Stage.REVISED
                                : ParticipantsInput.Stage.PROVISIONAL,
                held ? null : LocalDate.now(source.clock()),
                delegations,
                awaited,
                contacts);
    }

    private ParticipantsInput.Delegation delegation(Row delegation, List<Row> members) {
        Optional<Row> party = source.find(PartyKinds.PARTY, delegation.ref("party"));
        return new ParticipantsInput.Delegation(
                section(
                        delegation.text("capacity"),
                        party.map(row -> row.text("category")).orElse("")),
                party(delegation),
                party.map(row -> row.text("acronym")).orElse(""),
                delegation.text("capacity").equals("observer"),
                members.stream().map(this::delegate).toList());
    }

    /** The party's name as lists print it. */
    private Phrase party(Row delegation) {
        Phrase name = source.partyName(delegation.ref("party"), delegation.text("name_stated"));
        return Phrase.of(Collation.printForm(name.text()), name.language());
    }

    private ParticipantsInput.Delegate delegate(Row delegate) {
        Optional<Row> person = source.find(ParticipantKinds.PERSON, delegate.ref("person"));
        String own = person.map(row -> row.text("name_in_script")).orElse("");
        boolean inScript = Source.writtenIn(own, source.language());
        String office = delegate.text("position_stated");
        return new ParticipantsInput.Delegate(
                role(delegate.text("role")),
                person.map(row -> row.text("honorific")).orElse(""),
                // A name in its own script is one text: which part of it is the family name is not known.
                inScript
                        ? Phrase.of(own)
                        : Phrase.of(person.map(row -> row.text("given_name")).orElse("")),
                inScript
                        ? Phrase.EMPTY
                        : Phrase.of(person.map(row -> row.text("family_name")).orElse(delegate.text("name_stated"))),
                Phrase.of(
                        office.isEmpty()
                                ? person.map(row -> row.text("position")).orElse("")
                                : office),
                person.map(row -> row.text("email")).orElse(""),
                person.map(row -> row.text("phone")).orElse(""));
    }

    private static ParticipantsInput.Role role(String role) {
        return switch (role) {
            case "head" -> ParticipantsInput.Role.HEAD;
            case "alternate" -> ParticipantsInput.Role.ALTERNATE;
            case "adviser" -> ParticipantsInput.Role.ADVISER;
            case "expert" -> ParticipantsInput.Role.EXPERT;
            case "observer" -> ParticipantsInput.Role.OBSERVER;
            case "guest" -> ParticipantsInput.Role.GUEST;
            case "focal_point" -> ParticipantsInput.Role.FOCAL_POINT;
            default -> ParticipantsInput.Role.MEMBER;
        };
    }

    private static ParticipantsInput.Section section(String capacity, String category) {
        if (capacity.equals("secretariat")) {
            return ParticipantsInput.Section.SECRETARIAT;
        }
        return switch (category) {
            case "state" -> ParticipantsInput.Section.STATE;
            case "territory" -> ParticipantsInput.Section.TERRITORY;
            case "iscm" -> ParticipantsInput.Section.ISCM;
            case "reo" -> ParticipantsInput.Section.REGIONAL_ORGANIZATION;
            case "un_regional_commission" -> ParticipantsInput.Section.REGIONAL_COMMISSION;
            case "un_entity" -> ParticipantsInput.Section.UN_SYSTEM;
            case "organization" -> ParticipantsInput.Section.INTERGOVERNMENTAL;
            default -> ParticipantsInput.Section.NON_STATE;
        };
    }
}
