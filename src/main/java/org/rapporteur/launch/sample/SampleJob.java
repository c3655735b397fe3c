package org.rapporteur.launch.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.xlsx.QuestionnaireWriter;
import org.rapporteur.forms.xlsx.ReturnedFiles;
import org.rapporteur.storage.Workspace;

/**
 * The steps by which the sample comes to be: built from its sources, questionnaires sent, filled ones returned and read
 * back, codings added. The demo shows them one by one; a new sample runs them all.
 */
public final class SampleJob {
    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Told what has been done of a step; throws to cancel. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done files done
         * @param of files of the step
         */
        void at(int done, int of);
    }

    private final Workspace workspace;
    private final FormWords words;

    public SampleJob(Workspace workspace, FormWords words) {
        this.workspace = workspace;
        this.words = words;
    }

    /**
     * Makes the whole sample in an empty workspace. The forms lie in a temporary folder meanwhile.
     *
     * @throws IOException if that folder cannot be used
     */
    public void all(Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("rapporteur-sample");
        List<SampleReturns.Reply> replies = SampleReturns.replies();
        int steps = 3 * replies.size();
        try {
            build();
            Path sent = Files.createDirectory(folder.resolve("sent"));
            Path returned = Files.createDirectory(folder.resolve("returned"));
            send(
                    sent,
                    replies.stream().map(SampleReturns.Reply::respondent).toList(),
                    (n, of) -> progress.at(n, steps));
            take(returned, (n, of) -> progress.at(of + n, steps));
            read(returned, (n, of) -> progress.at(2 * of + n, steps));
            SampleCodings.add(workspace, workspace.changes());
        } finally {
            delete(folder);
        }
    }

    /** Builds the sample from its sources. */
    public void build() {
        SampleBuilder.build(workspace.changes());
        workspace.undoBeginsHere();
    }

    /** Writes the questionnaire of every respondent. Returns the files. */
    public List<Path> send(Path folder, Progress progress) throws IOException {
        return send(folder, null, progress);
    }

    private List<Path> send(Path folder, List<UUID> only, Progress progress) throws IOException {
        Questionnaire questionnaire = questionnaire();
        QuestionnaireWriter writer = new QuestionnaireWriter(words);
        Map<UUID, String> keys = SampleReturns.respondentKeys();
        List<Respondent> respondents = Respondent.of(workspace, SampleKeys.survey()).stream()
                .filter(respondent -> only == null || only.contains(respondent.id()))
                .toList();
        List<Path> files = new ArrayList<>();
        for (Respondent respondent : respondents) {
            Path file = folder.resolve(keys.get(respondent.id()) + ".xlsx");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writer.write(questionnaire, respondent, out);
            }
            files.add(file);
            progress.at(files.size(), respondents.size());
        }
        return files;
    }

    /** Takes the filled questionnaires of those that replied. Returns the files. */
    public List<Path> take(Path returned, Progress progress) throws IOException {
        List<SampleReturns.Reply> replies = SampleReturns.replies();
        List<Path> files = new ArrayList<>();
        for (SampleReturns.Reply reply : replies) {
            Path file = returned.resolve(reply.key() + ".xlsx");
            SampleReturns.take(reply, file);
            files.add(file);
            progress.at(files.size(), replies.size());
        }
        return files;
    }

    /**
     * Reads the returned files back and takes the answers in.
     *
     * @throws Problem if a file cannot be read or stored
     */
    public List<IntakeReport> read(Path returned, Progress progress) throws IOException {
        ReturnedFiles reader = new ReturnedFiles(words);
        ResponseIntake intake = new ResponseIntake(workspace, workspace.changes());
        List<SampleReturns.Reply> replies = SampleReturns.replies();
        List<IntakeReport> reports = new ArrayList<>();
        for (SampleReturns.Reply reply : replies) {
            Path file = returned.resolve(reply.key() + ".xlsx");
            ReturnedForm form = reader.read(workspace, file, SampleKeys.survey());
            keep(workspace, file);
            reports.add(intake.apply(form, reply.received()));
            progress.at(reports.size(), replies.size());
        }
        return reports;
    }

    /** Keeps a returned file in the workspace, so that every answer can be traced to its cell. */
    public static void keep(Workspace workspace, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            workspace.blobs().put(in, String.valueOf(file.getFileName()), MEDIA_TYPE);
        }
    }

    private Questionnaire questionnaire() {
        return Questionnaire.read(workspace, SampleKeys.survey()).orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
