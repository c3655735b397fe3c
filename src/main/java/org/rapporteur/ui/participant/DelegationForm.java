package org.rapporteur.ui.participant;

import org.rapporteur.core.change.Values;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.ui.kit.record.PartsList;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordKit;

/** The form of a delegation: who it is, the people in it, then the papers from invitation to credentials. */
final class DelegationForm {
    private DelegationForm() {}

    static RecordForm of(RecordKit kit) {
        return new RecordForm(kit, ParticipantKinds.DELEGATION)
                .fields("party", "capacity", "status")
                .part("participant.section.delegates", delegates(kit))
                .section(
                        "participant.section.nomination",
                        "invited_on",
                        "nomination_by",
                        "nomination_symbol",
                        "nominated_on")
                .section("participant.section.credentials", "credentials", "credentials_on")
                .rest();
    }

    private static PartsList delegates(RecordKit kit) {
        return new PartsList(kit, ParticipantKinds.DELEGATE)
                .details("role", "position_stated")
                .noInline()
                .defaults(Values.of("role", "adviser").with("attendance", "expected"))
                .addByPicking("person")
                .making((tx, delegation) -> Values.of(
                        "party",
                        tx.find(ParticipantKinds.DELEGATION, delegation)
                                .map(row -> row.ref("party"))
                                .orElse(null)))
                .form(form -> form.fields("person", "role", "position_stated", "attendance", "name_stated"));
    }
}
