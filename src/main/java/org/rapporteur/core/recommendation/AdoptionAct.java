package org.rapporteur.core.recommendation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;

/**
 * One record of what became of a recommendation: adopted, corrected, revised, settled between two, taken back, translated
 * after it was adopted.
 *
 * @param id its key
 * @param change what it is
 * @param version the version whose text it is; null if none
 * @param label what that version was called
 * @param day the day; null if it is not stated
 * @param meeting the meeting; null if it is not stated
 * @param place where, in words
 * @param mode a value of the field {@code mode}; "" if it is not stated
 * @param texts the text itself by language code, only languages that were adopted
 * @param original code of the language in which it was negotiated; "" if it is not stated
 * @param hash SHA-256 of the text; "" if it was stated as adopted without anyone having sealed a text
 * @param seal SHA-256 of the rest of the record; "" if it was taken over from an earlier program
 * @param replaces keys of the records that it follows
 * @param reason why; "" for a first adoption
 * @param by who recorded it
 * @param number the number that the recommendation had; "" if it is not on record
 */
public record AdoptionAct(
        UUID id,
        Change change,
        UUID version,
        String label,
        LocalDate day,
        UUID meeting,
        String place,
        String mode,
        Map<String, String> texts,
        String original,
        String hash,
        String seal,
        Set<UUID> replaces,
        String reason,
        String by,
        String number) {

    /** What a record does. */
    public enum Change {
        ADOPTION,
        CORRIGENDUM,
        REVISION,
        DECISION,
        REVOCATION,
        /** Adds a language to the text of the record that it follows, whose seal and day stay as they are. */
        TRANSLATION;

        /** Its value in the field {@code change}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Change of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(ADOPTION);
        }
    }

    public AdoptionAct {
        texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        replaces = Set.copyOf(replaces);
    }

    /** The record in a stored row. */
    static AdoptionAct of(Row row) {
        return new AdoptionAct(
                row.id(),
                Change.of(row.text("change")),
                row.ref("version"),
                row.text("label"),
                row.date("day").orElse(null),
                row.ref("meeting"),
                row.text("place"),
                row.text("mode"),
                row.texts("body"),
                row.text("original"),
                row.text("hash"),
                row.text("seal"),
                keys(row.text("replaces")),
                row.text("reason"),
                row.text("recorded_by"),
                row.text("number"));
    }

    /**
     * What a recommendation says itself, as programs before this record wrote it: status, day, seal and version.
     *
     * @param version the version it names, or the one that counted; empty if there is none
     */
    static AdoptionAct stated(Row recommendation, Optional<Row> version) {
        return new AdoptionAct(
                statedKey(recommendation.id()),
                Change.ADOPTION,
                version.map(Row::id).orElse(recommendation.ref("frozen_version")),
                version.map(row -> row.text("label")).orElse(""),
                recommendation.date("adopted_on").orElse(null),
                recommendation.ref("meeting"),
                "",
                "",
                version.map(row -> row.texts("body")).orElse(Map.of()),
                "",
                recommendation.text("frozen_hash"),
                "",
                Set.of(),
                "",
                "",
                "");
    }

    /** Key of the record that stands for what a recommendation says itself: no key is ever made with this version. */
    static UUID statedKey(UUID recommendation) {
        return new UUID(
                recommendation.getMostSignificantBits() & ~0xF000L | 0xE000L, recommendation.getLeastSignificantBits());
    }

    private static Set<UUID> keys(String text) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (String part : text.split(" ")) {
            try {
                if (!part.isEmpty()) {
                    keys.add(UUID.fromString(part));
                }
            } catch (IllegalArgumentException notAKey) {
                // What is no key follows nothing.
            }
        }
        return keys;
    }

    /** Whether a text was sealed. */
    public boolean sealed() {
        return !hash.isEmpty();
    }

    /** Codes of the languages in which the text was adopted. */
    public List<String> languages() {
        return Field.LANGUAGES.stream().filter(texts::containsKey).toList();
    }

    /** Whether text, day and place are to the letter what was recorded. */
    public boolean intact() {
        return CanonicalText.hash(texts).equals(hash) && (seal.isEmpty() || seal.equals(sealOf()));
    }

    /** Whether two records say the same: that one text was adopted on one day. */
    boolean agrees(AdoptionAct other) {
        boolean revoked = change == Change.REVOCATION;
        return revoked == (other.change == Change.REVOCATION)
                && hash.equals(other.hash)
                && Objects.equals(day, other.day)
                && (revoked || Objects.equals(place, other.place) && Objects.equals(meeting, other.meeting));
    }

    /** The seal of everything but the text, which has its own, and the keys of other records, which may be joined. */
    String sealOf() {
        // Records of programs that did not keep the number are sealed without it.
        String form = (number.isEmpty() ? "rapporteur adoption 1\n" : "rapporteur adoption 2\n" + line(number) + "\n")
                + String.join(
                        "\n",
                        List.of(
                                change.code(),
                                line(label),
                                day == null ? "" : day.toString(),
                                line(place),
                                mode,
                                original,
                                hash,
                                replacesText(),
                                line(reason),
                                line(by)));
        return CanonicalText.sha256(form.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String text) {
        return CanonicalText.tidy(text).replace("\\", "\\\\").replace("\n", "\\n");
    }

    private String replacesText() {
        return replaces.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }

    AdoptionAct following(Set<UUID> records) {
        return new AdoptionAct(
                id, change, version, label, day, meeting, place, mode, texts, original, hash, seal, records, reason, by,
                number);
    }

    AdoptionAct as(UUID key) {
        return new AdoptionAct(
                key, change, version, label, day, meeting, place, mode, texts, original, hash, sealOf(), replaces,
                reason, by, number);
    }

    /** The values of a new row of the kind. */
    Values values(UUID recommendation) {
        Values values = Values.of("recommendation", recommendation)
                .with("change", change)
                .with("version", version)
                .with("label", label)
                .with("day", day)
                .with("meeting", meeting)
                .with("place", place)
                .with("mode", mode)
                .with("original", original)
                .with("hash", hash)
                .with("seal", sealOf())
                .with("replaces", replacesText())
                .with("reason", reason)
                .with("recorded_by", by)
                .with("number", number);
        return values.texts("body", texts);
    }
}
