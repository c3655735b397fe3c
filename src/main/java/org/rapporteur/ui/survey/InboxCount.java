package org.rapporteur.ui.survey;

import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.RecordKit;

/** How much of returned files waits for a person, over all surveys and the files of none. */
final class InboxCount {
    private static final Set<Kind> KINDS = Set.of(
            SurveyKinds.SURVEY,
            SurveyKinds.QUESTION,
            SurveyKinds.RESPONDENT,
            SurveyKinds.RESPONSE,
            SurveyKinds.REPLY_LINK,
            SurveyKinds.ANSWER,
            SurveyKinds.TRAY_ITEM);

    private final Records records;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private final LatestTask<Integer> counting;

    InboxCount(Tasks tasks, RecordKit recordKit, Records records) {
        this.records = records;
        this.counting = new LatestTask<>(tasks, count::set);
        recordKit.onCommit(commit -> {
            if (KINDS.stream().anyMatch(commit::touches)) {
                read();
            }
        });
        read();
    }

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    private void read() {
        counting.request(progress -> {
            int found = Inbox.unassigned(records).items().size();
            for (Row survey : records.list(Query.of(SurveyKinds.SURVEY))) {
                found += Inbox.of(records, survey.id()).items().size();
            }
            return found;
        });
    }
}
