package org.rapporteur.core.survey.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.SurveySummary.Evidence;
import org.rapporteur.core.survey.analysis.SurveySummary.Sentence;

/** Makes sentences with their fingerprints. */
final class SentenceMaker {
    // Characters that no argument of a message holds, so that two different lists never give the same bytes.
    private static final char FIELD = '\u001f';
    private static final char RECORD = '\u001e';

    private SentenceMaker() {}

    /**
     * A sentence that rests on answers.
     *
     * @param dependsOn what of each answer the sentence depends on, besides that it is there: its value, its words, or
     *     nothing ("")
     */
    static Sentence onAnswers(String id, Message message, List<UUID> answers, Function<UUID, String> dependsOn) {
        List<UUID> ordered = answers.stream().distinct().sorted().toList();
        return new Sentence(id, message, new Evidence(ordered, List.of()), fingerprint(message, ordered, dependsOn));
    }

    /** A sentence that rests on the list of respondents and where their replies stand. */
    static Sentence onRespondents(String id, Message message, List<RespondentFacts> respondents) {
        List<UUID> ordered = respondents.stream()
                .map(RespondentFacts::id)
                .distinct()
                .sorted()
                .toList();
        return new Sentence(id, message, new Evidence(List.of(), ordered), fingerprint(message, ordered, r -> ""));
    }

    /** A value as a part of a sentence's name: one word, whatever the value holds. */
    static String word(String value) {
        return value.isEmpty() ? "-" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A short stand-in for a long text on which many sentences depend. */
    static String digest(String text) {
        MessageDigest digest = sha256();
        add(digest, text);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String fingerprint(Message message, List<UUID> rows, Function<UUID, String> dependsOn) {
        MessageDigest digest = sha256();
        add(digest, message.key());
        for (Object arg : message.args()) {
            add(digest, FIELD + String.valueOf(arg));
        }
        for (UUID row : rows) {
            add(digest, RECORD + row.toString() + FIELD + dependsOn.apply(row));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
