package org.rapporteur.ui.participant;

import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.record.PartsList;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordKit;

/** The form of a party: what its group is asked for first, then who belongs to it, then where a fact comes from. */
final class PartyForm {
    private PartyForm() {}

    static RecordForm of(RecordKit kit, PartyGroup group) {
        RecordForm form = new RecordForm(kit, PartyKinds.PARTY);
        return switch (group) {
            case STATES -> state(kit, form);
            case MECHANISMS -> mechanism(kit, form);
            case ORGANIZATIONS, OTHERS -> organization(kit, form);
        };
    }

    private static RecordForm state(RecordKit kit, RecordForm form) {
        form.fields("name", "formal_name", "category")
                .section("participant.section.codes", "code", "iso3", "m49", "region", "subregion")
                .part("participant.section.memberships", memberships(kit))
                .part("participant.section.meetings", meetings(kit))
                .part("participant.section.focal", focalPoints(kit));
        return sources(kit, form);
    }

    private static RecordForm mechanism(RecordKit kit, RecordForm form) {
        form.fields("name", "acronym", "iscm_kind", "region", "status", "established", "website")
                .section("participant.section.lead", "chair_model", "secretariat_model", "associated_organization")
                .part("participant.section.chairs", chairs(kit))
                .part("participant.section.members", members(kit))
                .fields("members_stated")
                .part("participant.section.focal", focalPoints(kit))
                .part("participant.section.meetings", meetings(kit))
                .without("iso3", "m49");
        return sources(kit, form);
    }

    private static RecordForm organization(RecordKit kit, RecordForm form) {
        form.fields("name", "acronym", "category", "formal_name", "code", "region", "website")
                .part("participant.section.memberships", memberships(kit))
                .part("participant.section.focal", focalPoints(kit))
                .part("participant.section.meetings", meetings(kit))
                .without("iscm_kind", "chair_model", "secretariat_model", "members_stated", "iso3", "m49");
        return sources(kit, form);
    }

    private static RecordForm sources(RecordKit kit, RecordForm form) {
        return form.part("participant.section.facts", facts(kit))
                .section("participant.section.source", "source", "source_date", "notes")
                .rest();
    }

    private static PartsList members(RecordKit kit) {
        return new PartsList(kit, PartyKinds.MEMBERSHIP)
                .details("role", "since", "until")
                .noInline()
                .defaults(Values.of("role", "member"))
                .addByPicking("party")
                .form(form -> form.fields("role", "party", "name_stated", "since", "until", "source"));
    }

    private static PartsList chairs(RecordKit kit) {
        return new PartsList(kit, PartyKinds.CHAIRMANSHIP)
                .titledBy("party")
                .details("role", "since", "until")
                .noInline()
                .defaults(Values.of("role", "chair"))
                .addByPicking("party")
                .form(form -> form.fields("role", "party", "since", "until", "source"));
    }

    private static PartsList focalPoints(RecordKit kit) {
        return new PartsList(kit, PartyKinds.FOCAL_POINT)
                .titledBy("person")
                .details("subject", "iscm")
                .noInline()
                .addByPicking("person")
                .making((tx, party) -> Values.of("party", party))
                .form(form -> form.fields("person", "subject", "iscm", "since", "until")
                        .candidates("iscm", row -> Query.of(PartyKinds.PARTY).where("category", "iscm")));
    }

    private static PartsList facts(RecordKit kit) {
        return new PartsList(kit, PartyKinds.STATED_FACT)
                .details("stated_value", "source")
                .form(form -> form.fields("statement", "stated_value", "source", "source_date"));
    }

    /** The mechanisms that a party belongs to, from the other end of a membership. */
    private static PartsList memberships(RecordKit kit) {
        return new PartsList(kit, PartyKinds.MEMBERSHIP)
                .query(party -> Query.of(PartyKinds.MEMBERSHIP).where("party", party))
                .titledBy("iscm")
                .details("role", "since", "until")
                .noInline()
                .readOnly()
                .onOpen(membership -> openMechanism(kit, membership));
    }

    /** The meetings that a party was or is asked to. */
    private static PartsList meetings(RecordKit kit) {
        return new PartsList(kit, ParticipantKinds.DELEGATION)
                .query(party -> Query.of(ParticipantKinds.DELEGATION).where("party", party))
                .titledBy("meeting")
                .details("capacity", "status")
                .noInline()
                .readOnly();
    }

    private static void openMechanism(RecordKit kit, UUID membership) {
        kit.kit()
                .tasks()
                .read(progress -> kit.read(PartyKinds.MEMBERSHIP, membership))
                .then(row -> row.map(found -> found.ref("iscm"))
                        .ifPresent(mechanism -> kit.opener().open(PartyKinds.PARTY, mechanism)))
                .start();
    }
}
