package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.forms.FormLayout.Place;

/** Finds the question or choice whose words stand in a cell, in any language, changed or not. */
final class LabelIndex {
    /** Less alike than this is not the same question. */
    static final double LEAST = 0.55;

    /** The second best must be less alike by this much. */
    static final double MARGIN = 0.15;

    /** With the question's number beside it, wordings may differ more. */
    static final double LEAST_WITH_NUMBER = 0.30;

    /**
     * How well a cell matches.
     *
     * @param place question or choice, null if none is clear
     * @param exact whether the words are the same but for spelling
     * @param score likeness of the best, 0 to 1
     */
    record Match(Place place, boolean exact, double score) {
        static final Match NONE = new Match(null, false, 0);
    }

    private record Wording(Place place, Set<String> runs) {}

    private final Questionnaire questionnaire;
    private final Map<String, Set<Place>> exact = new HashMap<>();
    private final List<Wording> questions = new ArrayList<>();
    private final Map<UUID, List<Wording>> choices = new HashMap<>();
    private final Map<Place, List<Set<String>>> own = new HashMap<>();
    private final Map<Place, List<String>> texts = new HashMap<>();
    private final Map<String, Set<UUID>> codes = new HashMap<>();
    private final Similarity similarity;

    LabelIndex(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        List<String> all = new ArrayList<>();
        for (Question question : questionnaire.answered()) {
            all.addAll(question.label().asMap().values());
        }
        similarity = new Similarity(all);
        for (Question question : questionnaire.answered()) {
            Place place = new Place(question.id(), null);
            String code = MatchKey.of(question.code());
            if (!code.isEmpty()) {
                codes.computeIfAbsent(code, c -> new HashSet<>()).add(question.id());
            }
            for (String label : question.label().asMap().values()) {
                questions.add(add(place, label));
            }
            if (question.type() == QuestionType.MULTIPLE) {
                for (Choice choice : question.choices()) {
                    Place tick = new Place(question.id(), choice.id());
                    for (String label : choice.label().asMap().values()) {
                        choices.computeIfAbsent(question.id(), q -> new ArrayList<>())
                                .add(add(tick, label));
                    }
                    if (choice.label().isEmpty()) {
                        choices.computeIfAbsent(question.id(), q -> new ArrayList<>())
                                .add(add(tick, choice.code()));
                    }
                }
            }
        }
    }

    private Wording add(Place place, String label) {
        exact.computeIfAbsent(MatchKey.of(label), k -> new LinkedHashSet<>()).add(place);
        Wording wording = new Wording(place, Similarity.runs(label));
        own.computeIfAbsent(place, p -> new ArrayList<>()).add(wording.runs());
        texts.computeIfAbsent(place, p -> new ArrayList<>()).add(label);
        return wording;
    }

    /** Whether the text is the number of one of the questions. */
    boolean isCode(String text) {
        return codes.containsKey(MatchKey.of(text));
    }

    /** The question, or question and choice, with exactly these words, given the multiple choice it may belong to. */
    Match exact(String text, UUID within, String code) {
        Set<Place> places = new LinkedHashSet<>();
        for (String part : parts(text)) {
            places.addAll(exact.getOrDefault(MatchKey.of(part), Set.of()));
        }
        if (places.size() > 1) {
            // The same words more than once: the choice of the question above, or the question of that number.
            Set<Place> inside =
                    filter(places, p -> p.choice() != null && p.question().equals(within));
            Set<UUID> coded = codes.getOrDefault(MatchKey.of(code), Set.of());
            Set<Place> numbered = filter(places, p -> p.choice() == null && coded.contains(p.question()));
            places = inside.size() == 1 ? inside : numbered.size() == 1 ? numbered : places;
        }
        return places.size() == 1 ? new Match(places.iterator().next(), true, 1) : Match.NONE;
    }

    private static Set<Place> filter(Set<Place> places, java.util.function.Predicate<Place> test) {
        Set<Place> found = new LinkedHashSet<>(places);
        found.removeIf(test.negate());
        return found;
    }

    /** The choice of a question whose words are most like these. */
    Match likeChoice(String text, UUID question) {
        return best(text, choices.getOrDefault(question, List.of()), LEAST);
    }

    /** The question whose words are most like these; the number beside them counts if it agrees. */
    Match likeQuestion(String text, String code) {
        Match best = best(text, questions, LEAST);
        Set<UUID> coded = codes.getOrDefault(MatchKey.of(code), Set.of());
        if (best.place() != null || coded.size() != 1) {
            return best;
        }
        Match rough = best(text, questions, LEAST_WITH_NUMBER);
        boolean agrees = rough.place() != null && coded.contains(rough.place().question());
        return agrees ? rough : best;
    }

    private Match best(String text, List<Wording> wordings, double least) {
        Map<Place, Double> scores = new LinkedHashMap<>();
        for (String part : parts(text)) {
            Set<String> runs = Similarity.runs(part);
            for (Wording wording : wordings) {
                scores.merge(wording.place(), similarity.of(runs, wording.runs()), Math::max);
            }
        }
        List<Map.Entry<Place, Double>> order = scores.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Place, Double>::getValue).reversed())
                .limit(2)
                .toList();
        if (order.isEmpty()) {
            return Match.NONE;
        }
        double first = order.get(0).getValue();
        double second = order.size() > 1 ? order.get(1).getValue() : 0;
        boolean clear = first >= least && first - second >= MARGIN;
        return new Match(clear ? order.get(0).getKey() : null, false, first);
    }

    /** How like the words of this place a text is. */
    double likeness(String text, Place place) {
        double best = 0;
        for (String part : parts(text)) {
            Set<String> runs = Similarity.runs(part);
            for (Set<String> wording : own.getOrDefault(place, List.of())) {
                best = Math.max(best, similarity.of(runs, wording));
            }
        }
        return best;
    }

    /** What someone wrote before or behind the words of the place, or between them, in the same cell; "" if nothing. */
    String added(String text, Place place, Furniture furniture) {
        Question question = questionnaire.question(place.question()).orElseThrow();
        String flat = oneSpace(text);
        List<String> labels = texts.getOrDefault(place, List.of()).stream()
                .filter(label -> !label.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String label : labels) {
            int at = flat.indexOf(oneSpace(label));
            if (at < 0) {
                continue;
            }
            String rest = flat.substring(at + oneSpace(label).length())
                    .lines()
                    .filter(line -> !furniture.isHint(question, line))
                    .collect(Collectors.joining("\n"));
            return meant(flat.substring(0, at) + (rest.isBlank() ? "" : " " + rest));
        }
        return between(flat, labels, question, furniture);
    }

    /** Whether the words of a place were changed so that something else may be asked, or meant by a tick. */
    boolean turned(String text, Place place, Furniture furniture) {
        Question question = questionnaire.question(place.question()).orElseThrow();
        String own = text.strip()
                .lines()
                .filter(line -> !furniture.isHint(question, line))
                .collect(Collectors.joining(" "));
        List<String> wordings = new ArrayList<>(texts.getOrDefault(place, List.of()));
        if (place.choice() == null && wordings.stream().anyMatch(label -> addedBehind(text, label))) {
            return false;
        }
        if (place.choice() == null) {
            // Whoever copies a question may have left the line break out.
            for (String label : texts.getOrDefault(place, List.of())) {
                question.help().asMap().values().forEach(help -> wordings.add(label + " " + help));
            }
        }
        return Rewording.turns(own, wordings, place.choice() != null);
    }

    /** Whether the whole question stands there and what follows is a sentence or a line of its own: a remark. */
    private static boolean addedBehind(String text, String label) {
        String now = oneSpace(text);
        String asked = oneSpace(label);
        return !asked.isEmpty()
                && now.startsWith(asked)
                && (now.length() == asked.length()
                        || now.charAt(asked.length()) == '\n'
                        || "?.!:\u061F\uFF1F\u3002".indexOf(asked.charAt(asked.length() - 1)) >= 0);
    }

    private static String oneSpace(String text) {
        return text.replaceAll("[\\h]+", " ").replaceAll(" ?\\R ?", "\n").strip();
    }

    // Points and lines are a matter of taste, any other sign says something.
    private static String meant(String text) {
        return text.replaceAll("[\\s.:;,_\u2026-]", "").isEmpty() ? "" : text.strip();
    }

    /** Words within a wording that was changed and that no wording of the place has; slips of the pen aside. */
    private static String between(String text, List<String> labels, Question question, Furniture furniture) {
        String words =
                text.lines().filter(line -> !furniture.isHint(question, line)).collect(Collectors.joining(" "));
        Set<String> known = new HashSet<>();
        labels.forEach(label -> known.addAll(List.of(MatchKey.of(label).split(" "))));
        question.help()
                .asMap()
                .values()
                .forEach(help -> known.addAll(List.of(MatchKey.of(help).split(" "))));
        List<String> added = new ArrayList<>();
        for (String word : words.split("\\s+")) {
            String key = MatchKey.of(word);
            String head = key.substring(0, Math.min(3, key.length()));
            boolean ours = key.isEmpty()
                    || known.contains(key)
                    || key.length() > 3 && known.stream().anyMatch(k -> k.startsWith(head));
            if (!ours) {
                added.add(word);
            }
        }
        return String.join(" ", added);
    }

    // The form writes question and help into one cell; whoever copies it may keep either.
    private static List<String> parts(String text) {
        int line = text.indexOf('\n');
        return line <= 0 ? List.of(text) : List.of(text, text.substring(0, line));
    }
}
