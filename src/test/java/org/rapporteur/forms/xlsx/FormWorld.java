package org.rapporteur.forms.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** Questionnaires and answers made up from a seed: questions that share their beginnings, as real ones do. */
final class FormWorld {
    private static final Map<Language, String[]> STEMS = Map.of(
            Language.EN,
            new String[] {
                "Describe the measures that your members have taken on %s.",
                "How many meetings did you devote to %s in the last two years?",
                "Which of the following apply to your work on %s?",
                "How important is cooperation on %s for your members?",
                "Does your secretariat collect information on %s?",
                "When was %s last on your agenda?",
                "Which challenges do you see with regard to %s?"
            },
            Language.FR,
            new String[] {
                "Décrivez les mesures prises par vos membres concernant %s.",
                "Combien de réunions avez-vous consacrées à %s ces deux dernières années ?",
                "Lesquels des éléments suivants s’appliquent à vos travaux sur %s ?",
                "Quelle importance la coopération sur %s revêt-elle pour vos membres ?",
                "Votre secrétariat recueille-t-il des informations sur %s ?",
                "Quand %s a-t-il figuré pour la dernière fois à votre ordre du jour ?",
                "Quelles difficultés rencontrez-vous au sujet de %s ?"
            },
            Language.AR,
            new String[] {
                "يرجى وصف التدابير التي اتخذها أعضاؤكم بشأن %s.",
                "كم عدد الاجتماعات التي خصصتموها لموضوع %s في العامين الماضيين؟",
                "أي مما يلي ينطبق على عملكم في مجال %s؟",
                "ما مدى أهمية التعاون بشأن %s لأعضائكم؟",
                "هل تجمع أمانتكم معلومات عن %s؟",
                "متى أدرج موضوع %s آخر مرة في جدول أعمالكم؟",
                "ما التحديات التي ترونها فيما يتعلق بموضوع %s؟"
            });
    private static final QuestionType[] TYPES = {
        QuestionType.LONG_TEXT,
        QuestionType.INTEGER,
        QuestionType.MULTIPLE,
        QuestionType.SCALE,
        QuestionType.YES_NO,
        QuestionType.DATE,
        QuestionType.TEXT
    };
    private static final Map<Language, String[]> TOPICS = Map.of(
            Language.EN,
            ("labour migration|border management|return and reintegration|migration data|human trafficking|remittances"
                            + "|recognition of skills|family reunification|unaccompanied children|climate displacement"
                            + "|ethical recruitment|consular protection|visa facilitation|diaspora engagement"
                            + "|migrant health|statelessness|smuggling of migrants|social protection|rescue at sea"
                            + "|local integration")
                    .split("\\|"),
            Language.FR,
            ("la migration de main-d’œuvre|la gestion des frontières|le retour et la réintégration|les données"
                            + " migratoires|la traite des êtres humains|les envois de fonds|la reconnaissance des compétences"
                            + "|le regroupement familial|les enfants non accompagnés|les déplacements climatiques|le"
                            + " recrutement éthique|la protection consulaire|la facilitation des visas|la mobilisation des"
                            + " diasporas|la santé des migrants|l’apatridie|le trafic de migrants|la protection sociale|le"
                            + " sauvetage en mer|l’intégration locale")
                    .split("\\|"),
            Language.AR,
            ("هجرة اليد العاملة|إدارة الحدود|العودة وإعادة الإدماج|بيانات الهجرة|الاتجار بالبشر|التحويلات المالية|الاعتراف"
                            + " بالمهارات|لم شمل الأسر|الأطفال غير المصحوبين|النزوح المناخي|الاستقدام الأخلاقي|الحماية"
                            + " القنصلية|تيسير التأشيرات|إشراك المغتربين|صحة المهاجرين|انعدام الجنسية|تهريب المهاجرين|الحماية"
                            + " الاجتماعية|الإنقاذ في البحر|الاندماج المحلي")
                    .split("\\|"));
    private static final String[][] CHOICES = {
        {"Ministerial conference", "Conférence ministérielle", "مؤتمر وزاري"},
        {"Technical working group", "Groupe de travail technique", "فريق عامل تقني"},
        {"Joint training", "Formation conjointe", "تدريب مشترك"},
        {"Exchange of data", "Échange de données", "تبادل البيانات"},
        {"Bilateral agreement", "Accord bilatéral", "اتفاق ثنائي"},
        {"None of these", "Aucun de ces éléments", "لا شيء مما سبق"}
    };
    private static final String[] WORDS = ("members agreed adopted plan region network officials training shared data"
                    + " partners agencies reviewed law procedure migrants families workers programme results lessons"
                    + " countries origin destination transit dialogue practice guidance funding gap capacity")
            .split(" ");

    /** What a respondent answers to a question: one text, or the codes of choices. */
    record Given(Question question, List<String> values, String typed) {}

    final Questionnaire questionnaire;
    final Respondent respondent;
    final Map<UUID, Given> given = new LinkedHashMap<>();
    private final Random random;

    FormWorld(long seed, int count, Language language) {
        random = new Random(seed);
        List<int[]> kinds = new ArrayList<>();
        for (int type = 0; type < TYPES.length; type++) {
            for (int topic = 0; topic < TOPICS.get(Language.EN).length; topic++) {
                kinds.add(new int[] {type, topic});
            }
        }
        Collections.shuffle(kinds, random);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(question(seed, i, kinds.get(i)[0], kinds.get(i)[1]));
        }
        questionnaire = new Questionnaire(
                Ids.derived("world", "survey" + seed),
                Multilingual.of(Language.EN, "Survey " + seed),
                Multilingual.of(Language.EN, "Please answer for the mechanism as a whole."),
                Set.of(Language.EN, Language.FR, Language.AR),
                Permission.QUOTE,
                false,
                "2017-09-08",
                questions);
        respondent = new Respondent(
                Ids.derived("world", "respondent" + seed),
                "Process " + seed,
                Multilingual.EMPTY,
                "P" + seed,
                language,
                "");
        questions.forEach(this::answer);
    }

    private Question question(long seed, int number, int type, int topic) {
        Map<Language, String> label = new EnumMap<>(Language.class);
        STEMS.forEach((language, stems) -> label.put(language, stems[type].formatted(TOPICS.get(language)[topic])));
        UUID id = Ids.derived("world", "question" + seed + "/" + number);
        List<Choice> choices = new ArrayList<>();
        if (TYPES[type] == QuestionType.MULTIPLE) {
            for (int c = 0; c < CHOICES.length; c++) {
                choices.add(new Choice(
                        Ids.derived("world", id + "/" + c),
                        "c" + c,
                        Multilingual.ofCodes(Map.of("en", CHOICES[c][0], "fr", CHOICES[c][1], "ar", CHOICES[c][2]))));
            }
        } else if (TYPES[type] == QuestionType.SCALE) {
            for (int step = 1; step <= 5; step++) {
                choices.add(
                        new Choice(Ids.derived("world", id + "/" + step), Integer.toString(step), Multilingual.EMPTY));
            }
        } else if (TYPES[type] == QuestionType.YES_NO) {
            choices.add(new Choice(
                    Ids.derived("world", id + "/yes"),
                    "yes",
                    Multilingual.ofCodes(Map.of("en", "Yes", "fr", "Oui", "ar", "نعم"))));
            choices.add(new Choice(
                    Ids.derived("world", id + "/no"),
                    "no",
                    Multilingual.ofCodes(Map.of("en", "No", "fr", "Non", "ar", "لا"))));
        }
        return new Question(
                id,
                "Q" + (number + 1),
                Multilingual.of(label),
                number % 3 == 0 ? Multilingual.of(Language.EN, "Please be brief.") : Multilingual.EMPTY,
                TYPES[type],
                number % 5 == 0,
                choices);
    }

    private void answer(Question question) {
        if (random.nextInt(10) == 0) {
            return;
        }
        switch (question.type()) {
            case LONG_TEXT -> put(question, words(20 + random.nextInt(40)));
            case TEXT -> put(question, words(4 + random.nextInt(6)));
            case INTEGER -> put(question, Integer.toString(random.nextInt(400)));
            case DATE ->
                put(
                        question,
                        "20%02d-%02d-%02d"
                                .formatted(10 + random.nextInt(8), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case MULTIPLE -> {
                List<String> codes = new ArrayList<>();
                question.choices().stream().filter(c -> random.nextInt(3) == 0).forEach(c -> codes.add(c.code()));
                if (codes.size() > 1) {
                    // "None of these" stands alone.
                    codes.remove("c5");
                }
                if (!codes.isEmpty()) {
                    given.put(question.id(), new Given(question, codes, null));
                }
            }
            default -> {
                Choice choice =
                        question.choices().get(random.nextInt(question.choices().size()));
                // Some answer in a language other than the form's.
                Language language =
                        List.of(respondent.language(), Language.EN, Language.FR).get(random.nextInt(3));
                String typed = choice.label().isEmpty()
                        ? choice.code()
                        : choice.label().text(language);
                given.put(question.id(), new Given(question, List.of(choice.code()), typed));
            }
        }
    }

    private void put(Question question, String text) {
        given.put(question.id(), new Given(question, List.of(text), text));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }
}
