package org.rapporteur.documents.from;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.AgendaDocument;
import org.rapporteur.documents.build.ParticipantsDocument;
import org.rapporteur.documents.build.RecommendationsDocument;
import org.rapporteur.documents.build.SurveySummaryDocument;
import org.rapporteur.documents.build.SurveyTables;
import org.rapporteur.documents.docx.DocxWriter;
import org.rapporteur.documents.ics.IcsWriter;
import org.rapporteur.documents.model.TextDocument;
import org.rapporteur.documents.model.Workbook;
import org.rapporteur.documents.seal.IssuedSeal;
import org.rapporteur.documents.xlsx.XlsxWriter;

/** Every document that the program writes, made from the records as they are. Never called on the window's own thread. */
public final class Reports {

    /** What can be chosen about a report. */
    public enum Option {
        /** Whether e-mail and telephone are printed; personal data. */
        CONTACTS
    }

    /**
     * The registry of papers: what each is about, the format it is written in, and what can be chosen. Menus of the window,
     * the palette, the command line and the tests are made from it: who adds a paper here has added it everywhere.
     */
    public enum Report {
        AGENDA("agenda", "docx", false),
        ANNOTATED_AGENDA("annotated-agenda", "docx", false),
        PARTICIPANTS("participants", "docx", false, Option.CONTACTS),
        RECOMMENDATIONS("recommendations", "docx", false),
        DRAFT_RECOMMENDATIONS("draft-recommendations", "docx", false),
        CALENDAR("calendar", "ics", false),
        SURVEY_SUMMARY("survey-summary", "docx", true),
        TABLES("tables", "xlsx", true),
        RESPONSES("responses", "xlsx", true),
        /** The same without regard to what may be shown; for the secretariat alone. */
        RESPONSES_RESTRICTED("responses-restricted", "xlsx", true);

        private final String key;
        private final String ending;
        private final boolean ofSurvey;
        private final Set<Option> options;

        Report(String key, String ending, boolean ofSurvey, Option... options) {
            this.key = key;
            this.ending = ending;
            this.ofSurvey = ofSurvey;
            this.options = Set.of(options);
        }

        /** The reports of surveys, or those of meetings, in the order in which they are offered. */
        public static List<Report> of(boolean surveys) {
            return Arrays.stream(values())
                    .filter(report -> report.ofSurvey == surveys)
                    .toList();
        }

        /** Its name in message keys: {@code report.<id>}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What can be chosen about it. */
        public Set<Option> options() {
            return options;
        }

        /** Its name on the command line. */
        public String key() {
            return key;
        }

        /** The ending of its files, without a dot. */
        public String ending() {
            return ending;
        }

        /** Whether it is about a survey; else about a meeting. */
        public boolean ofSurvey() {
            return ofSurvey;
        }

        /** The report of a name. */
        public static Optional<Report> of(String name) {
            String wanted = name.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(r -> r.key.equals(wanted)).findFirst();
        }
    }

    private final Records records;
    private final SurveyStore surveys;
    private final History history;
    private final Function<Language, Words> words;
    private final GroupNames groups;
    private final Clock clock;

    /**
     * @param words all words of the program in a language
     * @param groups names of groups of respondents
     */
    public Reports(
            Records records,
            SurveyStore surveys,
            History history,
            Function<Language, Words> words,
            GroupNames groups,
            Clock clock) {
        this.records = records;
        this.surveys = surveys;
        this.history = history;
        this.words = words;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Writes a document and leaves the stream open.
     *
     * @param subject key of the meeting, or of the survey where the report is about one
     * @param contacts whether a list of participants prints e-mail and telephone
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException if there is no such meeting or survey
     */
    public void write(Report report, UUID subject, Language language, boolean contacts, OutputStream out)
            throws IOException {
        Source source = new Source(records, language, clock);
        Words inLanguage = words.apply(language);
        switch (report) {
            case AGENDA, ANNOTATED_AGENDA ->
                new DocxWriter(inLanguage)
                        .write(
                                new AgendaDocument(inLanguage)
                                        .build(new AgendaFrom(source).read(subject, report == Report.ANNOTATED_AGENDA)),
                                out);
            case PARTICIPANTS ->
                new DocxWriter(inLanguage)
                        .write(
                                new ParticipantsDocument(inLanguage)
                                        .build(new ParticipantsFrom(source).read(subject, contacts)),
                                out);
            case RECOMMENDATIONS, DRAFT_RECOMMENDATIONS ->
                new DocxWriter(inLanguage)
                        .write(
                                new RecommendationsDocument(inLanguage)
                                        .build(new RecommendationsFrom(source, surveys, inLanguage)
                                                .read(subject, report == Report.DRAFT_RECOMMENDATIONS)),
                                out);
            case CALENDAR -> new IcsWriter().write(calendar(source).read(subject), out);
            case SURVEY_SUMMARY -> {
                SummaryFrom summary = new SummaryFrom(source, surveys, groups, inLanguage);
                TextDocument document = new SurveySummaryDocument(inLanguage).build(summary.read(subject));
                new DocxWriter(inLanguage).write(document, IssuedSeal.of(summary.summary()), out);
            }
            case TABLES -> {
                SummaryFrom summary = new SummaryFrom(source, surveys, groups, inLanguage);
                Workbook tables = new SurveyTables(inLanguage).build(summary.read(subject));
                new XlsxWriter(inLanguage).write(tables, IssuedSeal.of(summary.summary()), out);
            }
            case RESPONSES, RESPONSES_RESTRICTED ->
                new XlsxWriter(inLanguage)
                        .write(
                                new ResponsesFrom(source, surveys, inLanguage)
                                        .read(subject, report == Report.RESPONSES_RESTRICTED),
                                out);
        }
    }

    /**
     * Says what a paper can't be made without, before anything is written.
     *
     * @throws org.rapporteur.core.problem.Problem if it is missing, such as the time zone of a calendar
     */
    public void check(Report report, UUID subject, Language language) {
        if (report == Report.CALENDAR) {
            calendar(new Source(records, language, clock)).check(subject);
        }
    }

    private CalendarFrom calendar(Source source) {
        return new CalendarFrom(source, history, (l, key, of) -> words.apply(l).text(key, of));
    }

    /** Whether a meeting has recommendations that are still drafts. */
    public boolean hasDrafts(UUID meeting) {
        return recommendations().hasDrafts(meeting);
    }

    /** Whether a meeting has adopted recommendations. */
    public boolean hasAdopted(UUID meeting) {
        return recommendations().hasAdopted(meeting);
    }

    private RecommendationsFrom recommendations() {
        return new RecommendationsFrom(new Source(records, Language.EN, clock), surveys, words.apply(Language.EN));
    }
}
