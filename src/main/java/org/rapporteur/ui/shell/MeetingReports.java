package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Option;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.ui.kit.Progress;

/** Papers made from a meeting. */
public interface MeetingReports extends Papers {
    /** Makes nothing. */
    MeetingReports NONE = new MeetingReports() {
        @Override
        public List<Report> offered() {
            return List.of();
        }

        @Override
        public void write(
                Report report, UUID meeting, Language language, Set<Option> options, Path file, Progress progress) {
            throw new IllegalArgumentException("no such paper: " + report.key());
        }
    };
}
