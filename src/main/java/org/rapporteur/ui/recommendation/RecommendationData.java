package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.recommendation.Seal;
import org.rapporteur.core.recommendation.Wordings;

/**
 * A recommendation as its screen shows it, of one moment.
 *
 * @param meeting its meeting; null for none
 */
record RecommendationData(Row row, List<Row> versions, Seal seal, Row meeting) {

    /** Reads it; off the window's thread. */
    static Optional<RecommendationData> read(Records records, UUID id) {
        return records.find(RECOMMENDATION, id).map(row -> {
            List<Row> versions = Wordings.of(records, id);
            UUID frozen = row.ref("frozen_version");
            Optional<Row> adopted = frozen == null ? Optional.empty() : records.find(VERSION, frozen);
            UUID meeting = row.ref("meeting");
            Row of = meeting == null
                    ? null
                    : records.find(MeetingKinds.MEETING, meeting).orElse(null);
            return new RecommendationData(row, versions, Seal.of(row, adopted), of);
        });
    }

    Row wording() {
        return Wordings.current(row, versions).orElse(null);
    }

    /** The day of adoption that is known or most likely: the stated one, else the meeting's last day if that has come. */
    LocalDate adoptionDay(LocalDate today) {
        Optional<LocalDate> stated = row.date("adopted_on");
        if (stated.isPresent() || meeting == null) {
            return stated.orElse(today);
        }
        return meeting.date("ends_on")
                .or(() -> meeting.date("starts_on"))
                .filter(day -> !day.isAfter(today))
                .orElse(today);
    }
}
