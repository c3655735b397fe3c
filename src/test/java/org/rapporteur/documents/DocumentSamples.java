package org.rapporteur.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.survey.analysis.SurveySummary.Part;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.documents.build.AgendaInput;
import org.rapporteur.documents.build.Masthead;
import org.rapporteur.documents.build.MeetingFacts;
import org.rapporteur.documents.build.ParticipantsInput;
import org.rapporteur.documents.build.RecommendationsInput;
import org.rapporteur.documents.build.Sentences;
import org.rapporteur.documents.build.SurveySummaryInput;
import org.rapporteur.documents.build.SurveySummaryInput.Form;
import org.rapporteur.documents.build.SurveySummaryInput.Permission;
import org.rapporteur.documents.build.SurveySummaryInput.Status;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.i18n.Messages;

/** Made-up inputs for the tests of documents, with the words of the real bundles. */
public final class DocumentSamples {

    public static final Instant CREATED = Instant.parse("2026-03-02T08:00:00Z");

    private DocumentSamples() {}

    /** The real words in one language; a key that is missing fails the test. */
    public static Words words(Language language) {
        Messages messages = new Messages(language);
        Properties known = new Properties();
        // Papers, and the sentences that they share with the screen.
        for (String bundle : List.of("documents", "analysis")) {
            try (Reader reader = new InputStreamReader(
                    DocumentSamples.class.getResourceAsStream("/org/rapporteur/i18n/" + bundle + ".properties"),
                    StandardCharsets.UTF_8)) {
                known.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return (key, args) -> {
            if (!known.containsKey(key)) {
                throw new AssertionError("no words for " + key);
            }
            return messages.text(language, key, args);
        };
    }

    public static Masthead masthead(Language language, boolean illustrative) {
        return new Masthead(
                language,
                text(language, "Example Process on Migration", "العملية النموذجية بشأن الهجرة", "移民问题范例进程"),
                "EXP/3/INF/1",
                Masthead.Distribution.LIMITED,
                LocalDate.of(2026, 3, 2),
                List.of(Language.EN),
                illustrative,
                CREATED);
    }

    public static MeetingFacts meeting(Language language) {
        return new MeetingFacts(
                text(language, "Third Example Meeting", "الاجتماع النموذجي الثالث", "第三次范例会议"),
                text(language, "Fair recruitment", "التوظيف العادل", "公平招聘"),
                text(language, "Lisbon", "لشبونة", "里斯本"),
                Phrase.EMPTY,
                LocalDate.of(2026, 4, 14),
                LocalDate.of(2026, 4, 15));
    }

    /** The text in the language asked for; other languages take the English one, marked as English. */
    static Phrase text(Language language, String english, String arabic, String chinese) {
        return switch (language) {
            case AR -> Phrase.of(arabic, Language.AR);
            case ZH -> Phrase.of(chinese, Language.ZH);
            default -> Phrase.of(english, Language.EN);
        };
    }

    public static AgendaInput agenda(Language language) {
        Phrase plenary = text(language, "Plenary hall", "القاعة العامة", "全体会议厅");
        List<AgendaInput.Item> items = List.of(
                new AgendaInput.Item(
                        "1",
                        text(language, "Opening of the meeting", "افتتاح الاجتماع", "会议开幕"),
                        Phrase.EMPTY,
                        List.of(),
                        Phrase.EMPTY,
                        List.of(),
                        0,
                        List.of(2)),
                new AgendaInput.Item(
                        "2",
                        text(language, "Recruitment costs", "تكاليف التوظيف", "招聘费用"),
                        text(
                                language,
                                "The meeting will compare what workers pay and who reimburses them.",
                                "سيقارن الاجتماع بين ما يدفعه العمال ومن يعوضهم.",
                                "会议将比较工人支付的费用以及由谁偿还。"),
                        List.of(text(language, "Who pays today?", "من يدفع اليوم؟", "目前由谁支付？")),
                        text(language, "A list of practices.", "قائمة بالممارسات.", "做法清单。"),
                        List.of(Phrase.of("EXP/3/2", Language.EN)),
                        0,
                        List.of(0, 3)));
        List<AgendaInput.Session> sessions = List.of(
                session(
                        language,
                        LocalDate.of(2026, 4, 15),
                        LocalTime.of(9, 0),
                        90,
                        AgendaInput.Kind.PANEL,
                        "2",
                        plenary),
                session(
                        language,
                        LocalDate.of(2026, 4, 14),
                        LocalTime.of(11, 0),
                        15,
                        AgendaInput.Kind.BREAK,
                        null,
                        Phrase.EMPTY),
                session(
                        language,
                        LocalDate.of(2026, 4, 14),
                        LocalTime.of(10, 0),
                        60,
                        AgendaInput.Kind.OPENING,
                        "1",
                        plenary),
                session(language, null, null, 0, AgendaInput.Kind.PLENARY, "2", Phrase.EMPTY));
        return new AgendaInput(
                masthead(language, true),
                meeting(language),
                AgendaInput.Stage.PROVISIONAL,
                items,
                sessions,
                "Europe/Lisbon");
    }

    private static AgendaInput.Session session(
            Language language,
            LocalDate date,
            LocalTime start,
            int minutes,
            AgendaInput.Kind kind,
            String item,
            Phrase room) {
        boolean pause = kind == AgendaInput.Kind.BREAK;
        return new AgendaInput.Session(
                date,
                start,
                minutes,
                kind,
                pause
                        ? text(language, "Coffee", "استراحة", "茶歇")
                        : text(language, "Session on item " + item, "جلسة البند " + item, "项目" + item + "会议"),
                item == null ? List.of() : List.of(item),
                room,
                pause
                        ? List.of()
                        : List.of(
                                new AgendaInput.People(
                                        AgendaInput.Role.MODERATOR, List.of(text(language, "Chair", "الرئيس", "主席"))),
                                new AgendaInput.People(
                                        AgendaInput.Role.SPEAKER, List.of(Phrase.of("Zoë Exemplar", Language.EN)))));
    }

    public static ParticipantsInput participants(Language language, boolean contacts) {
        return new ParticipantsInput(
                masthead(language, true),
                meeting(language),
                ParticipantsInput.Stage.PROVISIONAL,
                LocalDate.of(2026, 4, 10),
                List.of(
                        delegation(ParticipantsInput.Section.ISCM, "Zeta Process", "ZP"),
                        delegation(ParticipantsInput.Section.ISCM, "Écho Process", "EP"),
                        delegation(ParticipantsInput.Section.ISCM, "Delta Dialogue", ""),
                        delegation(ParticipantsInput.Section.STATE, "Utopia", "")),
                List.of(Phrase.of("Nowhere Forum", Language.EN), Phrase.of("Avalon Forum", Language.EN)),
                contacts);
    }

    private static ParticipantsInput.Delegation delegation(
            ParticipantsInput.Section section, String name, String acronym) {
        return new ParticipantsInput.Delegation(
                section,
                Phrase.of(name, Language.EN),
                acronym,
                false,
                List.of(
                        delegate(ParticipantsInput.Role.EXPERT, "Ms", "Lea", "Third"),
                        delegate(ParticipantsInput.Role.HEAD, "H.E. Mr", "Omar", "First"),
                        delegate(ParticipantsInput.Role.ALTERNATE, "Dr", "Ines", "Second")));
    }

    private static ParticipantsInput.Delegate delegate(
            ParticipantsInput.Role role, String honorific, String given, String family) {
        return new ParticipantsInput.Delegate(
                role,
                honorific,
                Phrase.of(given, Language.EN),
                Phrase.of(family, Language.EN),
                Phrase.of("Director of Examples", Language.EN),
                family.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "+351 21 000 00 00");
    }

    public static SurveySummaryInput survey(Language language) {
        List<SurveySummaryInput.Respondent> respondents = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            boolean replied = i % 6 != 0;
            respondents.add(new SurveySummaryInput.Respondent(
                    Phrase.of("Process " + i, Language.EN),
                    "P" + i,
                    i % 4 == 0 ? "org" : "iscm",
                    i % 2 == 0 ? "north" : "south",
                    replied ? Status.RECEIVED : i % 12 == 0 ? Status.DECLINED : Status.OVERDUE,
                    replied ? LocalDate.of(2026, 2, i) : null));
        }
        Map<String, Share> regions = new LinkedHashMap<>();
        regions.put("north", new Share(6, 8));
        regions.put("south", new Share(3, 12));
        SurveySummaryInput.Theme costs = new SurveySummaryInput.Theme(
                COST,
                "COST",
                text(language, "Recruitment costs", "تكاليف التوظيف", "招聘费用"),
                text(language, "Who pays, and how much.", "من يدفع وكم يدفع.", "由谁支付，支付多少。"),
                new Share(9, 20),
                regions,
                Map.of("iscm", new Share(7, 14), "org", new Share(2, 6)),
                14);
        SurveySummaryInput.Theme skills = new SurveySummaryInput.Theme(
                SKILL,
                "SKILL",
                text(language, "Recognition of skills", "الاعتراف بالمهارات", "技能认可"),
                Phrase.EMPTY,
                new Share(12, 20),
                Map.of("north", new Share(0, 8), "south", new Share(12, 12)),
                Map.of("iscm", new Share(12, 14), "org", new Share(0, 6)),
                21);
        return new SurveySummaryInput(
                masthead(language, true),
                meeting(language),
                text(language, "Questionnaire on recruitment", "استبيان بشأن التوظيف", "招聘问题问卷"),
                Phrase.EMPTY,
                LocalDate.of(2026, 1, 12),
                LocalDate.of(2026, 2, 15),
                LocalDate.of(2026, 3, 1),
                List.of(
                        new SurveySummaryInput.Group("iscm", text(language, "Processes", "العمليات", "进程")),
                        new SurveySummaryInput.Group("org", text(language, "Organizations", "المنظمات", "组织"))),
                List.of(
                        new SurveySummaryInput.Group("north", text(language, "North", "الشمال", "北部")),
                        new SurveySummaryInput.Group("south", text(language, "South", "الجنوب", "南部"))),
                respondents,
                List.of(
                        new SurveySummaryInput.ClosedQuestion(
                                Q1,
                                "Q1",
                                text(language, "Is there a law?", "هل يوجد قانون؟", "是否有法律？"),
                                Form.SINGLE,
                                20,
                                19,
                                1,
                                List.of(
                                        new SurveySummaryInput.Count(text(language, "Yes", "نعم", "是"), 11),
                                        new SurveySummaryInput.Count(text(language, "No", "لا", "否"), 7)),
                                List.of()),
                        new SurveySummaryInput.ClosedQuestion(
                                Q2,
                                "Q2",
                                text(language, "How many agencies?", "كم عدد الوكالات؟", "有多少机构？"),
                                Form.INTEGER,
                                20,
                                20,
                                0,
                                List.of(),
                                List.of(new SurveySummaryInput.Statistic(SurveySummaryInput.Measure.MEDIAN, "12")))),
                List.of(new SurveySummaryInput.OpenQuestion(
                        "Q3", text(language, "What should change?", "ما الذي ينبغي تغييره؟", "应作何改变？"), 20, 18)),
                List.of(costs, skills),
                List.of(
                        new SurveySummaryInput.Group("north", text(language, "North", "الشمال", "北部")),
                        new SurveySummaryInput.Group("south", text(language, "South", "الجنوب", "南部"))),
                List.of(
                        new SurveySummaryInput.Group("iscm", text(language, "Processes", "العمليات", "进程")),
                        new SurveySummaryInput.Group("org", text(language, "Organizations", "المنظمات", "组织"))),
                List.of(),
                List.of(),
                List.of(
                        excerpt(
                                COST,
                                Permission.QUOTE,
                                "Les coûts doivent être supportés par l’employeur.",
                                Language.FR),
                        excerpt(COST, Permission.QUOTE, "ينبغي أن يدفع صاحب العمل.", Language.AR),
                        excerpt(COST, Permission.PARAPHRASE, "SECRET-PARAPHRASE-SOURCE", Language.EN),
                        excerpt(COST, Permission.COUNT_ONLY, "SECRET-COUNT-ONLY", Language.EN),
                        excerpt(SKILL, Permission.QUOTE, "=HYPERLINK(\"x\") is how they began.", Language.EN),
                        excerpt(SKILL, Permission.QUOTE, "Second passage.", Language.EN),
                        excerpt(SKILL, Permission.QUOTE, "Third passage.", Language.EN),
                        excerpt(SKILL, Permission.QUOTE, "Fourth passage, beyond the limit.", Language.EN)),
                List.of(new SurveySummaryInput.Convergence(
                        COST, new Share(9, 20), new Share(2, 2), new Share(2, 2), List.of("north", "south"))),
                new Sentences(words(language), language, GroupNames.AS_STORED).told(summary(), SOURCES));
    }

    private static final UUID COST = new UUID(5, 1);
    private static final UUID SKILL = new UUID(5, 2);
    private static final UUID Q1 = new UUID(5, 3);
    private static final UUID Q2 = new UUID(5, 4);
    private static final UUID FRENCH = new UUID(5, 5);
    private static final UUID ARABIC = new UUID(5, 6);
    private static final Map<UUID, Sentences.Source> SOURCES =
            Map.of(FRENCH, new Sentences.Source(Language.FR, "Q3"), ARABIC, new Sentences.Source(Language.AR, "Q3"));

    /** A summary that says what the figures of {@link #survey} say. */
    public static SurveySummary summary() {
        Multilingual costs = Multilingual.of(Language.EN, "Recruitment costs");
        Multilingual skills = Multilingual.of(Language.EN, "Recognition of skills");
        return new SurveySummary(
                new UUID(5, 0),
                LocalDate.of(2026, 3, 1),
                SurveySummary.Options.USUAL,
                List.of(
                        section(
                                "response",
                                Part.RESPONSE,
                                null,
                                sentence("response.replied", null, "analysis.response.replied", 20, 24),
                                sentence(
                                        "response.region.north",
                                        null,
                                        "analysis.response.group",
                                        new SurveySummary.GroupName(Grouping.REGION, "North"),
                                        8,
                                        12)),
                        section(
                                "question." + Q1,
                                Part.QUESTION,
                                Q1,
                                sentence("question." + Q1 + ".answered", null, "analysis.question.answered", 19, 20),
                                sentence("question." + Q1 + ".value.yes", null, "analysis.value", "Yes", 11, 19),
                                sentence("question." + Q1 + ".unclear", null, "analysis.unclear", 1)),
                        section(
                                "convergence",
                                Part.CONVERGENCE,
                                null,
                                sentence("convergence.themes", null, "analysis.themes", 2, 18, 20, 20),
                                sentence(
                                        "convergence.rule",
                                        null,
                                        "analysis.rule.regions",
                                        Message.of("analysis.rule.members.half"),
                                        2,
                                        2),
                                sentence(
                                        "convergence.shared",
                                        null,
                                        "analysis.rule.met",
                                        1,
                                        2,
                                        new SurveySummary.Listed(List.of(costs)))),
                        section(
                                "theme." + COST,
                                Part.THEME,
                                COST,
                                sentence(
                                        "theme." + COST + ".raised",
                                        null,
                                        "analysis.theme.raised.regions",
                                        costs,
                                        9,
                                        20,
                                        2,
                                        2),
                                sentence(
                                        "theme.c.quotation.1",
                                        FRENCH,
                                        "analysis.quotation",
                                        "Les coûts doivent être supportés par l’employeur.",
                                        "P1"),
                                sentence(
                                        "theme.c.quotation.2",
                                        ARABIC,
                                        "analysis.quotation",
                                        "ينبغي أن يدفع صاحب العمل.",
                                        "P2"),
                                sentence(
                                        "theme.c.quotation.3",
                                        new UUID(5, 7),
                                        "analysis.paraphrase",
                                        "Employers were said to be the ones to pay."),
                                sentence("theme.c.unsaid", null, "analysis.quotations.unsaid", 1)),
                        section(
                                "theme." + SKILL,
                                Part.THEME,
                                SKILL,
                                sentence(
                                        "theme." + SKILL + ".raised",
                                        null,
                                        "analysis.theme.raised.regions",
                                        skills,
                                        12,
                                        20,
                                        1,
                                        2)),
                        section(
                                "method",
                                Part.METHOD,
                                null,
                                sentence("method.counts", null, "analysis.method.counts", 20))));
    }

    private static SurveySummary.Section section(
            String id, Part part, UUID about, SurveySummary.Sentence... sentences) {
        Message heading = part == Part.THEME
                ? Message.of("analysis.section.theme", "Theme")
                : part == Part.QUESTION
                        ? Message.of("analysis.section.question", "Q", "?")
                        : Message.of("analysis.section.response");
        return new SurveySummary.Section(id, part, heading, about, List.of(sentences));
    }

    private static SurveySummary.Sentence sentence(String id, UUID answer, String key, Object... args) {
        return new SurveySummary.Sentence(
                id,
                Message.of(key, args),
                new SurveySummary.Evidence(answer == null ? List.of() : List.of(answer), List.of()),
                "0".repeat(64));
    }

    private static SurveySummaryInput.Excerpt excerpt(
            UUID theme, Permission permission, String words, Language language) {
        return new SurveySummaryInput.Excerpt(
                theme,
                "Q3",
                Phrase.of(permission == Permission.QUOTE ? "Process 1" : "SECRET-NAME", Language.EN),
                permission,
                Phrase.of(words, language),
                permission == Permission.PARAPHRASE
                        ? Phrase.of("Employers were said to be the ones to pay.", Language.EN)
                        : permission == Permission.COUNT_ONLY
                                ? Phrase.of("SECRET-COUNT-PARAPHRASE", Language.EN)
                                : Phrase.EMPTY,
                Phrase.EMPTY);
    }

    public static RecommendationsInput recommendations(Language language) {
        return new RecommendationsInput(
                masthead(language, false),
                meeting(language),
                text(language, "Recommendations of the meeting", "توصيات الاجتماع", "会议建议"),
                RecommendationsInput.Stage.ADOPTED,
                List.of(),
                List.of(new RecommendationsInput.Group("main", text(language, "Recruitment", "التوظيف", "招聘"))),
                List.of(
                        new RecommendationsInput.Recommendation(
                                "2 bis",
                                "main",
                                text(language, "Employers should pay.", "ينبغي أن يدفع أصحاب العمل.", "雇主应当支付。"),
                                true,
                                language != Language.EN,
                                "",
                                List.of(new RecommendationsInput.Objective(
                                        "10.7", Phrase.of("Facilitate fair and ethical recruitment", Language.EN))),
                                List.of(text(language, "Recruitment costs", "تكاليف التوظيف", "招聘费用")),
                                new RecommendationsInput.Evidence(
                                        new Share(3, 20),
                                        new Share(2, 2),
                                        true,
                                        List.of(
                                                Phrase.of("Process 1", Language.EN),
                                                Phrase.of("Process 2", Language.EN)),
                                        1),
                                "2",
                                List.of(new RecommendationsInput.Reservation(
                                        Phrase.of("Utopia", Language.EN), Phrase.EMPTY)),
                                new RecommendationsInput.Adopted(
                                        LocalDate.of(2026, 3, 1),
                                        "Meeting 1",
                                        "0123456789abcdef",
                                        RecommendationsInput.State.UNALTERED,
                                        List.of(new RecommendationsInput.Correction(
                                                false, LocalDate.of(2026, 3, 2), Phrase.of("a word", Language.EN))),
                                        List.of(),
                                        "2 ter",
                                        LocalDate.of(2026, 3, 3)),
                                List.of("ru")),
                        new RecommendationsInput.Recommendation(
                                "3",
                                null,
                                Phrase.EMPTY,
                                false,
                                false,
                                "",
                                List.of(),
                                List.of(),
                                null,
                                "",
                                List.of(),
                                null,
                                List.of())),
                List.of(new RecommendationsInput.Reference(
                        "6",
                        Phrase.of("recruitment", Language.EN),
                        true,
                        Phrase.of("draft of March 2026", Language.EN))),
                List.of(Phrase.of("Own example", Language.EN)));
    }
}
