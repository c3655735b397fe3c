package org.rapporteur.documents.from;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.document.DocumentSymbol;
import org.rapporteur.core.document.Revisions;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.documents.build.Masthead;
import org.rapporteur.documents.build.MeetingFacts;
import org.rapporteur.documents.model.Phrase;

/** Records read in one language, with what all documents of a meeting have in common. */
final class Source {
    private static final int LONG_NAME = 20;

    private final Records records;
    private final Language language;
    private final Clock clock;

    Source(Records records, Language language, Clock clock) {
        this.records = records;
        this.language = language;
        this.clock = clock;
    }

    Language language() {
        return language;
    }

    Records records() {
        return records;
    }

    Clock clock() {
        return clock;
    }

    /** The row with the key; empty if there is none, it was deleted, or the key is null. */
    Optional<Row> find(Kind kind, UUID id) {
        return id == null ? Optional.empty() : records.find(kind, id).filter(row -> !row.deleted());
    }

    List<Row> parts(Kind kind, UUID parent) {
        return records.list(Query.partsOf(kind, parent));
    }

    /** A multilingual field in the document's language, else in another, which the phrase then says. */
    Phrase phrase(Row row, String field) {
        String wanted = row.text(field, language.code());
        if (!wanted.isBlank()) {
            return Phrase.of(wanted);
        }
        String english = row.text(field, "en");
        if (!english.isBlank()) {
            return Phrase.of(english, Language.EN);
        }
        return row.texts(field).entrySet().stream()
                .findFirst()
                .map(text ->
                        Phrase.of(text.getValue(), Language.of(text.getKey()).orElse(null)))
                .orElse(Phrase.EMPTY);
    }

    /** A multilingual field in every language that has it. */
    static Map<Language, String> every(Row row, String field) {
        Map<Language, String> every = new EnumMap<>(Language.class);
        row.texts(field).forEach((code, text) -> Language.of(code).ifPresent(l -> every.put(l, text)));
        return every;
    }

    /** The name of a party, or what stands instead of one. */
    Phrase partyName(UUID party, String stated) {
        return find(PartyKinds.PARTY, party)
                .map(row -> phrase(row, "name"))
                .filter(name -> !name.isEmpty())
                .orElse(Phrase.of(stated));
    }

    /**
     * A short name of a respondent: a State's in the language of the paper, where the survey has one of its names; else
     * the one that the survey uses, or the party's acronym where that is long.
     */
    Phrase shortName(UUID party, String stated) {
        Row row = find(PartyKinds.PARTY, party).orElse(null);
        if (row == null) {
            return Phrase.of(stated);
        }
        boolean named = PartyKinds.PARTY.field("name").columns().stream()
                .anyMatch(column -> MatchKey.of(row.text(column)).equals(MatchKey.of(stated)));
        String acronym = row.text("acronym");
        if (named && acronym.isEmpty()) {
            return partyName(party, stated);
        }
        return Phrase.of(stated.length() <= LONG_NAME || acronym.isEmpty() ? stated : acronym);
    }

    /** A person as papers in this language name them: in the script of the language where that is known. */
    String personName(Row person) {
        String own = person.text("name_in_script");
        if (writtenIn(own, language())) {
            return own;
        }
        return (person.text("honorific") + " " + person.text("given_name") + " " + person.text("family_name"))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether a name is written in the script of the language, so that a list in that language prints it. */
    static boolean writtenIn(String name, Language language) {
        Character.UnicodeScript script =
                switch (language) {
                    case AR -> Character.UnicodeScript.ARABIC;
                    case RU -> Character.UnicodeScript.CYRILLIC;
                    case ZH -> Character.UnicodeScript.HAN;
                    default -> null;
                };
        return script != null && name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
    }

    /** The meeting, or an exception that names none of its content. */
    Row meeting(UUID meeting) {
        return find(MeetingKinds.MEETING, meeting)
                .orElseThrow(() -> new IllegalArgumentException("no meeting " + meeting));
    }

    MeetingFacts facts(Row meeting) {
        return new MeetingFacts(
                phrase(meeting, "name"),
                phrase(meeting, "theme"),
                phrase(meeting, "place"),
                Phrase.of(meeting.text("venue")),
                meeting.date("starts_on").orElse(null),
                meeting.date("ends_on").orElse(null),
                switch (meeting.text("status")) {
                    case "cancelled" -> MeetingFacts.Standing.CANCELLED;
                    case "postponed" -> MeetingFacts.Standing.POSTPONED;
                    default -> MeetingFacts.Standing.USUAL;
                });
    }

    /**
     * The entry of the register for a document of this type: the last revision; the first by symbol if there are several
     * documents, and none that only adds to, corrects or amends another if there is one that does not.
     */
    Optional<Row> registered(UUID meeting, String type) {
        List<Row> all = records.list(
                Query.of(DocumentKinds.DOCUMENT).where("meeting", meeting).where("type", type));
        List<Row> cited = Revisions.of(all).cited(all);
        return cited.stream()
                .filter(row -> !follows(row))
                .findFirst()
                .or(() -> cited.stream().findFirst());
    }

    /** Whether what the register has of this type is a revision. */
    boolean revised(UUID meeting, String type) {
        return registered(meeting, type)
                .flatMap(row -> DocumentSymbol.parse(row.text("symbol")))
                .filter(symbol -> !symbol.suffixes().isEmpty()
                        && symbol.suffixes().getLast().mark() == DocumentSymbol.Mark.REV)
                .isPresent();
    }

    private static boolean follows(Row document) {
        return DocumentSymbol.parse(document.text("symbol"))
                .filter(symbol ->
                        symbol.suffixes().stream().anyMatch(suffix -> suffix.mark() != DocumentSymbol.Mark.REV))
                .isPresent();
    }

    /**
     * The head of a document: symbol, distribution and date come from the register of documents where it has an entry.
     *
     * @param meeting the meeting, null for none
     * @param type type in the register
     */
    Masthead masthead(Row meeting, String type, boolean illustrative) {
        Optional<Row> entry = meeting == null ? Optional.empty() : registered(meeting.id(), type);
        LocalDate dated = entry.flatMap(row -> row.date("dated")).orElse(LocalDate.now(clock));
        return new Masthead(
                language,
                body(meeting),
                entry.map(row -> row.text("symbol")).orElse(""),
                entry.map(row -> distribution(row.text("distribution"))).orElse(null),
                dated,
                entry.flatMap(row -> Language.of(row.text("original_language"))).stream()
                        .toList(),
                illustrative,
                clock.instant());
    }

    /** Who issues the document: the mechanism that meets, else the host. */
    private Phrase body(Row meeting) {
        if (meeting == null) {
            return Phrase.EMPTY;
        }
        Phrase mechanism = partyName(meeting.ref("iscm"), "");
        return mechanism.isEmpty() ? partyName(meeting.ref("host"), "") : mechanism;
    }

    private static Masthead.Distribution distribution(String value) {
        return switch (value) {
            case "general" -> Masthead.Distribution.GENERAL;
            case "limited" -> Masthead.Distribution.LIMITED;
            case "restricted" -> Masthead.Distribution.RESTRICTED;
            default -> null;
        };
    }

    /** Whether the meeting is over, so that its papers are no longer provisional. */
    static boolean held(Row meeting) {
        return meeting.text("status").equals("held");
    }
}
