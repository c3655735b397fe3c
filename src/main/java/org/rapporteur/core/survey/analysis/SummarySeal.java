package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rapporteur.core.survey.analysis.SurveySummary.Sentence;

/**
 * The fingerprints of a summary's sentences: small enough to be kept with a document that was made from it, and enough to
 * tell later which of its sentences no longer hold.
 *
 * @param fingerprints by name of the sentence, in reading order
 */
public record SummarySeal(Map<String, String> fingerprints) {
    private static final String HEAD = "rapporteur summary seal 1";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} \\S.*");
    private static final int MOST_SENTENCES = 200_000;

    public SummarySeal {
        fingerprints = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fingerprints));
    }

    /** The seal of a summary as it is now. */
    public static SummarySeal of(SurveySummary summary) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        summary.sentences().forEach(s -> fingerprints.put(s.id(), s.fingerprint()));
        return new SummarySeal(fingerprints);
    }

    /**
     * What became of the sentences.
     *
     * @param fresh names of those that still hold
     * @param stale names of those whose figures or evidence changed
     * @param gone names of those that the summary no longer has
     * @param added names of those that it did not have
     */
    public record Change(List<String> fresh, List<String> stale, List<String> gone, List<String> added) {
        /** Whether everything still holds and nothing is missing. */
        public boolean none() {
            return stale.isEmpty() && gone.isEmpty() && added.isEmpty();
        }
    }

    /** Compares what was sealed with a summary made now. */
    public Change against(SurveySummary now) {
        Map<String, String> current = of(now).fingerprints();
        List<String> fresh = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        fingerprints.forEach((id, fingerprint) -> {
            String today = current.get(id);
            (today == null ? gone : today.equals(fingerprint) ? fresh : stale).add(id);
        });
        List<String> added = now.sentences().stream()
                .map(Sentence::id)
                .filter(id -> !fingerprints.containsKey(id))
                .toList();
        return new Change(List.copyOf(fresh), List.copyOf(stale), List.copyOf(gone), added);
    }

    /** The seal as text of one line a sentence. */
    public String text() {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        fingerprints.forEach((id, fingerprint) ->
                out.append(fingerprint).append(' ').append(id).append('\n'));
        return out.toString();
    }

    /**
     * Reads a seal back.
     *
     * @throws IllegalArgumentException if the text is not a seal
     */
    public static SummarySeal parse(String text) {
        List<String> lines = text.lines().limit(MOST_SENTENCES + 1L).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("not a seal of a summary");
        }
        Map<String, String> fingerprints = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("not a line of a seal");
            }
            fingerprints.put(line.substring(65), line.substring(0, 64));
        }
        return new SummarySeal(fingerprints);
    }
}
