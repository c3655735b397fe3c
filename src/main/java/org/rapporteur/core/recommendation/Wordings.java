package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;

/** The successive wordings of recommendations: which one holds, which may still be written in, what the next is called. */
public final class Wordings {
    private static final int LONGEST_NUMBER = 4;
    private static final Pattern NUMBERED = Pattern.compile("^(.*?)(\\d{1," + LONGEST_NUMBER + "})$", Pattern.DOTALL);

    private Wordings() {}

    /** The versions of a recommendation in their order. */
    public static List<Row> of(Records records, UUID recommendation) {
        return records.list(Query.partsOf(VERSION, recommendation));
    }

    /** The wordings that hold for many recommendations at once; those without any are left out. */
    public static Map<UUID, Row> current(Records records, Collection<Row> recommendations) {
        Map<UUID, Row> current = new HashMap<>();
        Adoptions.of(records, recommendations)
                .forEach((id, adoptions) -> adoptions.current().ifPresent(row -> current.put(id, row)));
        return current;
    }

    /**
     * Whether a version may be written in. What was adopted, and what led to it, is a record and stays as it is; a new
     * version comes after it.
     */
    public static boolean writable(Adoptions adoptions, Row version) {
        int last = -1;
        for (int i = 0; i < adoptions.versions().size(); i++) {
            if (adoptions.sealed(adoptions.versions().get(i).id())) {
                last = i;
            }
        }
        return indexOf(adoptions.versions(), version.id()) > last;
    }

    /** What a wording that was found is beside the one that holds. */
    public enum Standing {
        /** It is the one that holds, or no wording of a recommendation. */
        HOLDS,
        /** Another one came after it. */
        EARLIER,
        /** It was written after the adopted text, which holds until a correction or revision is recorded. */
        PROPOSED,
        /** Of it two differ. */
        CONTESTED
    }

    /** What a version, or the text in a record of adoption, is beside the wording that holds. */
    public static Standing standing(Records records, Row row) {
        if (row.kind() != VERSION && row.kind() != RecommendationKinds.ADOPTION || row.ref("recommendation") == null) {
            return Standing.HOLDS;
        }
        Adoptions adoptions = records.find(RecommendationKinds.RECOMMENDATION, row.ref("recommendation"))
                .map(of -> Adoptions.of(records, of))
                .orElse(null);
        if (adoptions == null) {
            return Standing.HOLDS;
        }
        if (row.kind() == RecommendationKinds.ADOPTION) {
            boolean head = adoptions.heads().stream().anyMatch(act -> act.id().equals(row.id()))
                    || adoptions.translations().stream()
                            .anyMatch(act -> act.id().equals(row.id()));
            return !head ? Standing.EARLIER : adoptions.contested() ? Standing.CONTESTED : Standing.HOLDS;
        }
        if (adoptions.contested()) {
            return adoptions.sealed(row.id()) ? Standing.CONTESTED : Standing.EARLIER;
        }
        UUID current = adoptions.current().map(Row::id).orElse(null);
        if (row.id().equals(current)) {
            return Standing.HOLDS;
        }
        return adoptions.after().stream().anyMatch(one -> one.id().equals(row.id()))
                ? Standing.PROPOSED
                : Standing.EARLIER;
    }

    private static int indexOf(List<Row> versions, UUID id) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What the next version is called, in the usual order: zero draft, zero draft plus, rev. 1, rev. 2 ...; a label that
     * ends in a number is counted on.
     *
     * @param labels labels of the versions there are, in order
     * @param zeroDraft what a zero draft is called in any of the languages
     * @return a message of the bundle {@code recommendation}
     */
    public static Message nextLabel(List<String> labels, Collection<String> zeroDraft) {
        if (labels.isEmpty()) {
            return Message.of("recommendation.version.zero");
        }
        String last = labels.getLast().strip();
        Matcher numbered = NUMBERED.matcher(last);
        if (numbered.matches()) {
            return Message.of(
                    "recommendation.version.counted",
                    numbered.group(1),
                    String.valueOf(Integer.parseInt(numbered.group(2)) + 1));
        }
        boolean zero = zeroDraft.stream().anyMatch(last::equalsIgnoreCase);
        return zero ? Message.of("recommendation.version.plus") : Message.of("recommendation.version.rev", "1");
    }
}
