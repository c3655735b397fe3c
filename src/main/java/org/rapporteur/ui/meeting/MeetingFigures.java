package org.rapporteur.ui.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.ProgrammeCheck;
import org.rapporteur.core.meeting.Rules;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.SurveyKinds;

/**
 * How far the preparation of a meeting is, and what sources state about it; read in one go off the window's thread.
 *
 * @param sessions how many sessions there are
 * @param warnings warnings of the programme
 * @param delegations how many delegations there are
 * @param answeredDelegations how many of them have confirmed, nominated or declined
 * @param asked respondents of all surveys of the meeting
 * @param received replies of them
 * @param documents documents in the register
 * @param facts what sources state, by statement; several values stand side by side
 * @param process key of the process the meeting belongs to, null for none
 */
record MeetingFigures(
        long sessions,
        int warnings,
        long delegations,
        long answeredDelegations,
        long asked,
        long received,
        long documents,
        Map<String, List<Row>> facts,
        UUID process) {

    static MeetingFigures read(Records records, UUID meeting) {
        Programme programme = Programme.read(records, meeting).orElseThrow();
        List<Row> delegations = records.list(Query.partsOf(ParticipantKinds.DELEGATION, meeting));
        List<UUID> surveys = records.list(Query.partsOf(SurveyKinds.SURVEY, meeting)).stream()
                .map(Row::id)
                .toList();
        List<Row> respondents = surveys.isEmpty()
                ? List.of()
                : records.list(Query.of(SurveyKinds.RESPONDENT).where("survey", surveys));
        Map<String, List<Row>> facts = new LinkedHashMap<>();
        records.list(Query.partsOf(PartyKinds.STATED_FACT, meeting))
                .forEach(row -> facts.computeIfAbsent(row.text("statement"), key -> new ArrayList<>())
                        .add(row));
        return new MeetingFigures(
                programme.sessions().size(),
                ProgrammeCheck.run(programme, Rules.USUAL).size(),
                delegations.size(),
                delegations.stream()
                        .filter(row ->
                                List.of("nominated", "confirmed", "declined").contains(row.text("status")))
                        .count(),
                respondents.size(),
                respondents.stream()
                        .filter(row -> row.text("status").equals("received"))
                        .count(),
                records.count(Query.partsOf(DocumentKinds.DOCUMENT, meeting)),
                facts,
                records.find(MeetingKinds.MEETING, meeting)
                        .map(row -> row.ref("process"))
                        .orElse(null));
    }
}
