package org.rapporteur.core.survey;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapporteur.core.survey.Questionnaire.Question;

/** How many choices a question allows, where its words or its help say so ("Choose up to five"). */
public final class ChoiceLimit {
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (String list : new String[] {
            "one two three four five six seven eight nine ten",
            "un deux trois quatre cinq six sept huit neuf dix",
            "uno dos tres cuatro cinco seis siete ocho nueve diez",
            "один два три четыре пять шесть семь восемь девять десять",
            "одного двух трех четырех пяти шести семи восьми девяти десяти",
            "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
            "واحدة اثنتين ثلاث أربع خمس ست سبع ثماني تسع عشر",
            "一 二 三 四 五 六 七 八 九 十",
            "一 两 三 四 五 六 七 八 九 十"
        }) {
            String[] words = list.split(" ");
            for (int i = 0; i < words.length; i++) {
                NUMBERS.put(words[i], i + 1);
            }
        }
    }

    private static final String NUMBER = "(\\p{Nd}{1,2}|"
            + String.join(
                    "|",
                    NUMBERS.keySet().stream()
                            .sorted(java.util.Comparator.comparing(String::length)
                                    .reversed())
                            .toList())
            + ")";
    private static final Pattern LIMIT = Pattern.compile(
            Stream.of(
                            "\\b(?:up to|at most|no more than|not more than|maximum of|maximum|max\\.?)\\s+" + NUMBER
                                    + "\\b",
                            "\\b(?:jusqu['’]à|au plus|au maximum|maximum de|pas plus de)\\s+" + NUMBER + "\\b",
                            "\\b" + NUMBER
                                    + "\\s+(?:\\p{L}+\\s+)?(?:au plus|au maximum|como máximo|at most|maximum)\\b",
                            "\\b(?:hasta|como máximo|máximo de|máximo|no más de)\\s+" + NUMBER + "\\b",
                            "(?:не более|не больше|максимум)\\s+(?:чем\\s+)?" + NUMBER + "(?!\\p{L})",
                            "(?:выберите|отметьте|укажите)\\s+до\\s+" + NUMBER + "(?!\\p{L})",
                            "(?:最多|至多|不超过)(?:可?选择?)?\\s*" + NUMBER,
                            "(?:حتى|لا يزيد على|لا يزيد عن|لا تزيد على|لا تتجاوز|كحد أقصى|بحد أقصى)\\s+" + NUMBER
                                    + "(?!\\p{L})",
                            "(?<!\\p{L})" + NUMBER + "\\s+(?:\\p{L}+\\s+)?(?:كحد أقصى|على الأكثر)")
                    .reduce((a, b) -> a + "|" + b)
                    .orElseThrow(),
            Pattern.UNICODE_CHARACTER_CLASS);

    private ChoiceLimit() {}

    /** The most choices that the question allows; 0 if it says nothing about it. */
    public static int of(Question question) {
        return Stream.concat(question.label().asMap().values().stream(), question.help().asMap().values().stream())
                .mapToInt(ChoiceLimit::in)
                .filter(most -> most > 0)
                .findFirst()
                .orElse(0);
    }

    private static int in(String words) {
        Matcher matcher = LIMIT.matcher(words.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        while (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                String number = matcher.group(i);
                if (number != null) {
                    return NUMBERS.containsKey(number) ? NUMBERS.get(number) : Integer.parseInt(number);
                }
            }
        }
        return 0;
    }
}
