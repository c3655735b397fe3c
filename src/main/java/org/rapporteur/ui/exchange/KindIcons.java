package org.rapporteur.ui.exchange;

import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A picture for each kind of record that is often seen. */
final class KindIcons {
    private static final Map<String, Ikon> ICONS = Map.ofEntries(
            Map.entry("meeting", Material2OutlinedAL.EVENT),
            Map.entry("session", Material2OutlinedMZ.SCHEDULE),
            Map.entry("agenda_item", Material2OutlinedMZ.VIEW_AGENDA),
            Map.entry("room", Material2OutlinedMZ.MEETING_ROOM),
            Map.entry("speaker", Material2OutlinedMZ.MIC),
            Map.entry("party", Material2OutlinedAL.ACCOUNT_BALANCE),
            Map.entry("person", Material2OutlinedMZ.PERSON),
            Map.entry("delegation", Material2OutlinedAL.GROUP),
            Map.entry("delegate", Material2OutlinedMZ.PERSON),
            Map.entry("membership", Material2OutlinedAL.GROUP),
            Map.entry("survey", Material2OutlinedAL.FACT_CHECK),
            Map.entry("question", Material2OutlinedAL.HELP_OUTLINE),
            Map.entry("respondent", Material2OutlinedAL.ACCOUNT_BALANCE),
            Map.entry("response", Material2OutlinedMZ.QUESTION_ANSWER),
            Map.entry("answer", Material2OutlinedMZ.QUESTION_ANSWER),
            Map.entry("code", Material2OutlinedAL.LABEL),
            Map.entry("coding", Material2OutlinedAL.LABEL),
            Map.entry("recommendation", Material2OutlinedAL.GAVEL),
            Map.entry("version", Material2OutlinedAL.GAVEL),
            Map.entry("document", Material2OutlinedAL.DESCRIPTION),
            Map.entry("language_version", Material2OutlinedAL.DESCRIPTION));

    private KindIcons() {}

    static Ikon of(String kind) {
        return ICONS.getOrDefault(kind, Material2OutlinedAL.ARTICLE);
    }
}
