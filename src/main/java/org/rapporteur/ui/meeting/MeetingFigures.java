package org.rapporteur.ui.meeting;

import java.time.LocalDate;
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
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;

/**
 * How far the preparation of a meeting is, and what sources state about it; read in one go off the window's thread.
 *
 * @param sessions how many sessions there are
 * @param warnings warnings of the programme
 * @param delegations how many delegations there are
 * @param invited how many of them were invited
 * @param answeredDelegations how many of them have confirmed, nominated or declined
 * @param asked respondents of all surveys of the meeting that were asked
 * @param received replies of them
 * @param documents documents in the register
 * @param facts what sources state, by statement; several values stand side by side
 * @param process key of the process the meeting belongs to, null for none
 */
record MeetingFigures(
        long sessions,
        int warnings,
        long delegations,
        long invited,
        long answeredDelegations,
        long asked,
        long received,
        long documents,
        Map<String, List<Row>> facts,
        UUID process) {

    /** Reads them; of a survey's replies, delegations' answers and sessions each is counted as its own screen counts. */
    static MeetingFigures read(Records records, SurveyAnalysis analysis, LocalDate today, UUID meeting) {
        Programme programme = Programme.read(records, meeting).orElseThrow();
        List<Row> delegations = records.list(Query.partsOf(ParticipantKinds.DELEGATION, meeting));
        List<ResponseProgress.Tally> replies = records.list(Query.partsOf(SurveyKinds.SURVEY, meeting)).stream()
                .map(survey -> analysis.progress(survey.id(), today, List.of()).total())
                .toList();
        Map<String, List<Row>> facts = new LinkedHashMap<>();
        records.list(Query.partsOf(PartyKinds.STATED_FACT, meeting))
                .forEach(row -> facts.computeIfAbsent(row.text("statement"), key -> new ArrayList<>())
                        .add(row));
        return new MeetingFigures(
                programme.sessions().size(),
                ProgrammeCheck.run(programme, Rules.USUAL).size(),
                delegations.size(),
                delegations.stream()
                        .filter(row -> !List.of("", "to_invite").contains(row.text("status")))
                        .count(),
                delegations.stream()
                        .filter(row ->
                                List.of("nominated", "confirmed", "declined").contains(row.text("status")))
                        .count(),
                replies.stream().mapToLong(ResponseProgress.Tally::asked).sum(),
                replies.stream().mapToLong(ResponseProgress.Tally::received).sum(),
                records.count(Query.partsOf(DocumentKinds.DOCUMENT, meeting)),
                facts,
                records.find(MeetingKinds.MEETING, meeting)
                        .map(row -> row.ref("process"))
                        .orElse(null));
    }
}
