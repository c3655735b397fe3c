package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.recommendation.Adoptions;

/**
 * A recommendation as its screen shows it, of one moment.
 *
 * @param adoptions what is adopted of it, and its versions
 * @param meeting its meeting; null for none
 */
record RecommendationData(Row row, Adoptions adoptions, Row meeting) {

    /** Reads it; off the window's thread. */
    static Optional<RecommendationData> read(Records records, UUID id) {
        return records.find(RECOMMENDATION, id).map(row -> {
            UUID meeting = row.ref("meeting");
            Row of = meeting == null
                    ? null
                    : records.find(MeetingKinds.MEETING, meeting).orElse(null);
            return new RecommendationData(row, Adoptions.of(records, row), of);
        });
    }

    List<Row> versions() {
        return adoptions.versions();
    }

    Row wording() {
        return adoptions.current().orElse(null);
    }

    String status() {
        return adoptions.status();
    }
}
