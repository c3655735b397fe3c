package org.rapporteur.storage.search.analysis;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.core.text.PlainText;

/**
 * A part of a text around what was searched for, on one line, with the hits marked.
 *
 * @param text the excerpt; an ellipsis at an end stands for text left out
 * @param hits ranges of the excerpt to highlight, in order, not overlapping; empty if the words were found only in a
 *     form that cannot be marked
 */
public record Excerpt(String text, List<Range> hits) {

    /**
     * A range of UTF-16 units.
     *
     * @param start offset of the first unit
     * @param end offset after the last
     */
    public record Range(int start, int end) {}

    /** Takes a copy of the ranges. */
    public Excerpt {
        hits = List.copyOf(hits);
    }

    /**
     * The best excerpt of a text for a query: the part with the most different hits, cut between words.
     *
     * @param language the text's language; {@code null} if unknown
     * @param max greatest length in UTF-16 units, ellipses included; at least 20
     */
    public static Excerpt of(SearchAnalysis analysis, SearchQuery query, Language language, String text, int max) {
        if (max < 20) {
            throw new IllegalArgumentException("an excerpt needs at least 20 characters: " + max);
        }
        String line = PlainText.line(text);
        List<Hit> hits = hits(analysis, query, language, line);
        if (line.length() <= max) {
            return new Excerpt(line, ranges(hits, 0, line.length(), 0));
        }
        if (hits.isEmpty()) {
            return new Excerpt(PlainText.shorten(line, max), List.of());
        }
        int room = max - 2;
        Hit first = best(hits, room);
        int last = lastWithin(hits, first, room);
        int spare = Math.max(0, room - (last - first.start));
        int start = Math.max(0, first.start - spare / 3);
        int end = Math.min(line.length(), start + room);
        start = Math.max(0, end - room);
        start = start == 0 ? 0 : wordStart(line, start, first.start);
        end = end == line.length() ? end : wordEnd(line, end, Math.min(last, end));
        String before = start > 0 ? "\u2026" : "";
        String after = end < line.length() ? "\u2026" : "";
        return new Excerpt(
                before + line.substring(start, end) + after, ranges(hits, start, end, before.length() - start));
    }

    /** A hit in the line: of which term, and where. */
    private record Hit(int term, int start, int end) {}

    private static List<Hit> hits(SearchAnalysis analysis, SearchQuery query, Language language, String line) {
        List<Hit> hits = new ArrayList<>();
        List<Word> words = words(line);
        List<SearchQuery.Term> terms = query.terms();
        for (int t = 0; t < terms.size(); t++) {
            exactHits(terms.get(t), t, words, hits);
        }
        Set<String> stems = query.stems();
        if (!stems.isEmpty()) {
            for (SearchAnalysis.Token token : analysis.spans(language, line)) {
                for (int t = 0; t < terms.size() && stems.contains(token.stem()); t++) {
                    int term = t;
                    boolean of = terms.get(t).stems().stream().anyMatch(list -> list.contains(token.stem()));
                    // "d'Ivoire" is one token with the stem of "Ivoire": the exact hit inside it is the better one.
                    boolean inside = of
                            && hits.stream()
                                    .anyMatch(hit ->
                                            hit.term == term && hit.start >= token.start() && hit.end <= token.end());
                    if (of && !inside) {
                        hits.add(new Hit(term, token.start(), token.end()));
                    }
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end));
        return hits;
    }

    private record Word(String key, int start, int end) {}

    // Words as the exact forms have them, with their places; joiners and vowel signs belong to their word.
    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); ) {
            int c = i < line.length() ? line.codePointAt(i) : ' ';
            int next = i + (i < line.length() ? Character.charCount(c) : 1);
            boolean han = c > 0x2E00 && Character.isIdeographic(c);
            boolean part = i < line.length() && (MatchKey.isWordPart(c) || Character.getType(c) == Character.FORMAT);
            if (start >= 0 && (!part || han)) {
                add(words, line, start, i);
                start = -1;
            }
            if (han) {
                add(words, line, i, next);
            } else if (part && start < 0) {
                start = i;
            }
            i = next;
        }
        return words;
    }

    private static void add(List<Word> words, String line, int start, int end) {
        String key = MatchKey.joined(line.substring(start, end));
        if (!key.isEmpty()) {
            words.add(new Word(key, start, end));
        }
    }

    private static void exactHits(SearchQuery.Term term, int number, List<Word> words, List<Hit> hits) {
        List<String> wanted = term.exact();
        for (int i = 0; i + wanted.size() <= words.size(); i++) {
            boolean found = true;
            for (int j = 0; j < wanted.size() && found; j++) {
                String key = words.get(i + j).key();
                boolean open = term.prefix() && j == wanted.size() - 1;
                found = open ? key.startsWith(wanted.get(j)) : key.equals(wanted.get(j));
            }
            if (found) {
                hits.add(new Hit(
                        number,
                        words.get(i).start(),
                        words.get(i + wanted.size() - 1).end()));
            }
        }
    }

    // The hit from which a window of this length holds the most different terms, then the most hits.
    private static Hit best(List<Hit> hits, int room) {
        Hit best = hits.get(0);
        long most = -1;
        for (int i = 0; i < hits.size(); i++) {
            Hit from = hits.get(i);
            java.util.BitSet terms = new java.util.BitSet();
            int count = 0;
            for (int j = i; j < hits.size() && hits.get(j).end - from.start <= room && count < 50; j++) {
                terms.set(hits.get(j).term);
                count++;
            }
            long score = 100L * terms.cardinality() + count;
            if (score > most) {
                most = score;
                best = from;
            }
        }
        return best;
    }

    private static int lastWithin(List<Hit> hits, Hit first, int room) {
        int last = Math.min(first.end, first.start + room);
        for (Hit hit : hits) {
            if (hit.start >= first.start && hit.end - first.start <= room) {
                last = Math.max(last, hit.end);
            }
        }
        return last;
    }

    // Never looks further than a long word for a place to cut.
    private static int wordStart(String line, int from, int most) {
        for (int i = from; i < Math.min(most, from + 30); i++) {
            if (line.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return boundary(line, from, most, true);
    }

    private static int wordEnd(String line, int to, int least) {
        for (int i = to; i > Math.max(least, to - 30); i--) {
            if (line.charAt(i) == ' ') {
                return i;
            }
        }
        return boundary(line, to, least, false);
    }

    // Chinese has no spaces, and a word may be longer than the window: then between characters.
    private static int boundary(String line, int at, int limit, boolean forward) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        int base = Math.max(0, at - 40);
        characters.setText(line.substring(base, Math.min(line.length(), at + 40)));
        if (characters.isBoundary(at - base)) {
            return at;
        }
        int found = base + (forward ? characters.following(at - base) : characters.preceding(at - base));
        return forward ? Math.min(found, Math.max(at, limit)) : Math.max(found, Math.min(at, limit));
    }

    private static List<Range> ranges(List<Hit> hits, int start, int end, int shift) {
        List<Range> ranges = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.start < start || hit.end > end) {
                continue;
            }
            int last = ranges.size() - 1;
            if (last >= 0 && hit.start + shift <= ranges.get(last).end()) {
                Range merged = new Range(
                        ranges.get(last).start(), Math.max(ranges.get(last).end(), hit.end + shift));
                ranges.set(last, merged);
            } else {
                ranges.add(new Range(hit.start + shift, hit.end + shift));
            }
        }
        return ranges;
    }
}
