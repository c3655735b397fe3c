package org.rapporteur.ui.meeting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.ProgrammeCheck;
import org.rapporteur.core.meeting.ProgrammeWarning;
import org.rapporteur.core.meeting.Rules;
import org.rapporteur.core.meeting.Speaker;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;

/**
 * What the agenda's screen shows, read in one go off the window's thread.
 *
 * @param programme the programme
 * @param warnings what is wrong with it
 * @param names names of the people and parties who speak, by key
 * @param language the language they were read for
 */
record AgendaState(Programme programme, List<ProgrammeWarning> warnings, Map<UUID, String> names, Language language) {

    static Optional<AgendaState> read(Records records, UUID meeting, Language language) {
        return Programme.read(records, meeting)
                .map(programme -> new AgendaState(
                        programme,
                        ProgrammeCheck.run(programme, Rules.USUAL),
                        names(records, programme, language),
                        language));
    }

    private static Map<UUID, String> names(Records records, Programme programme, Language language) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> parties = new HashSet<>();
        for (Speaker speaker : programme.speakers()) {
            if (speaker.person() != null) {
                people.add(speaker.person());
            }
            if (speaker.party() != null) {
                parties.add(speaker.party());
            }
        }
        Map<UUID, String> names = new HashMap<>();
        if (!people.isEmpty()) {
            records.each(
                    Query.of(ParticipantKinds.PERSON).where("id", people),
                    row -> names.put(row.id(), row.title(language.code())));
        }
        if (!parties.isEmpty()) {
            records.each(
                    Query.of(PartyKinds.PARTY).where("id", parties),
                    row -> names.put(row.id(), party(row, language.code())));
        }
        return names;
    }

    static String party(Row row, String language) {
        return row.text("acronym").isBlank() ? row.title(language) : row.text("acronym");
    }

    /** A speaker in words: the person or the function, and the party; "" if nothing is known. */
    String speaker(Speaker speaker) {
        String who = speaker.person() == null
                ? speaker.designation()
                : names.getOrDefault(speaker.person(), speaker.designation());
        String party = speaker.party() == null ? "" : names.getOrDefault(speaker.party(), "");
        return who.isBlank() ? party : party.isBlank() ? who : who + " (" + party + ")";
    }

    AgendaState with(Map<UUID, org.rapporteur.core.meeting.Slot> slots) {
        return new AgendaState(programme.with(slots), warnings, names, language);
    }
}
