package org.rapporteur.documents.from;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.document.Revisions;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.documents.build.AgendaInput;
import org.rapporteur.documents.model.Phrase;

/** The agenda of a meeting from its records. */
final class AgendaFrom {
    // (a), a), a., (iv), iv), (\u0623): a letter or a small Roman number, which says nothing without what it is part
    // of.
    private static final Pattern PART = Pattern.compile("\\(?(?:\\p{L}|[ivx]{1,5})[).]+|\\(\\d{1,2}\\)");

    private final Source source;

    AgendaFrom(Source source) {
        this.source = source;
    }

    /**
     * @param annotated whether descriptions, guiding questions, outcomes and documents go along
     */
    AgendaInput read(UUID meetingId, boolean annotated) {
        Row meeting = source.meeting(meetingId);
        List<Row> items = Outline.inOrder(source.parts(MeetingKinds.AGENDA_ITEM, meetingId));
        List<Row> sessions = sessions(meetingId);
        boolean illustrative = meeting.flag("illustrative")
                || items.stream().anyMatch(row -> row.flag("illustrative"))
                || sessions.stream().anyMatch(row -> row.flag("illustrative"));
        return new AgendaInput(
                source.masthead(meeting, annotated ? "annotated_agenda" : "agenda", illustrative),
                source.facts(meeting),
                Source.held(meeting) ? AgendaInput.Stage.ADOPTED : AgendaInput.Stage.PROVISIONAL,
                items(meetingId, items, sessions, annotated),
                sessions(meetingId, sessions, items),
                meeting.text("timezone"));
    }

    /** The sessions; those at the same time stand as their rooms do on the screen. */
    private List<Row> sessions(UUID meeting) {
        Map<UUID, Integer> rooms = new HashMap<>();
        source.parts(MeetingKinds.ROOM, meeting).forEach(room -> rooms.put(room.id(), rooms.size()));
        List<Row> sessions = new ArrayList<>(source.parts(MeetingKinds.SESSION, meeting));
        sessions.sort(Comparator.comparing((Row session) -> rooms.getOrDefault(session.ref("room"), -1)));
        return sessions;
    }

    private List<AgendaInput.Item> items(UUID meeting, List<Row> items, List<Row> sessions, boolean annotated) {
        Map<UUID, Integer> places = new HashMap<>();
        sessions.forEach(session -> places.put(session.id(), places.size()));
        List<Row> documents = annotated
                ? source.records().list(Query.of(DocumentKinds.DOCUMENT).where("meeting", meeting))
                : List.of();
        Map<UUID, Integer> depths = new HashMap<>();
        Map<UUID, String> numbers = numbers(items);
        List<AgendaInput.Item> result = new ArrayList<>();
        for (Row item : items) {
            // The whole comes before its parts, so its depth is known; a parent that is gone has none.
            Integer above = item.ref("parent_item") == null ? null : depths.get(item.ref("parent_item"));
            int depth = above == null ? 0 : above + 1;
            depths.put(item.id(), depth);
            Integer place = item.ref("session") == null ? null : places.get(item.ref("session"));
            result.add(item(
                    item,
                    numbers.get(item.id()),
                    annotated,
                    documents,
                    depth,
                    place == null ? List.of() : List.of(place)));
        }
        return result;
    }

    private AgendaInput.Item item(
            Row item, String number, boolean annotated, List<Row> documents, int depth, List<Integer> sessions) {
        if (!annotated) {
            return new AgendaInput.Item(
                    number,
                    source.phrase(item, "title"),
                    Phrase.EMPTY,
                    List.of(),
                    Phrase.EMPTY,
                    List.of(),
                    depth,
                    sessions);
        }
        return new AgendaInput.Item(
                number,
                source.phrase(item, "title"),
                source.phrase(item, "description"),
                lines(source.phrase(item, "guiding_questions")),
                source.phrase(item, "expected_outcome"),
                documents(item, documents),
                depth,
                sessions);
    }

    /** The documents of an item as they are in force: of each text the last revision, also where that names no item. */
    private List<Phrase> documents(Row item, List<Row> ofMeeting) {
        List<Row> all = new ArrayList<>(ofMeeting);
        List<Row> ofItem =
                source.records().list(Query.of(DocumentKinds.DOCUMENT).where("agenda_item", item.id()));
        ofItem.stream()
                .filter(row -> all.stream().noneMatch(other -> other.id().equals(row.id())))
                .forEach(all::add);
        return Revisions.of(all).cited(ofItem).stream()
                .map(document -> {
                    Phrase title = source.phrase(document, "title");
                    return Phrase.of((document.text("symbol") + " " + title.text()).strip(), title.language());
                })
                .toList();
    }

    private static List<Phrase> lines(Phrase text) {
        return text.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Phrase.of(line, text.language()))
                .toList();
    }

    /**
     * The numbers of the items as they are cited: "(a)" below item 2 is item "2 (a)", which no other item is. One that
     * names its whole already, or stands for itself, stays as it is stated.
     *
     * @param items the whole before its parts
     */
    static Map<UUID, String> numbers(List<Row> items) {
        Map<UUID, String> numbers = new HashMap<>();
        for (Row item : items) {
            String own = item.text("number").strip();
            String whole = item.ref("parent_item") == null ? "" : numbers.getOrDefault(item.ref("parent_item"), "");
            boolean part = !own.isEmpty()
                    && !whole.isEmpty()
                    && !own.startsWith(whole)
                    && PART.matcher(own).matches();
            numbers.put(
                    item.id(),
                    part ? (whole.endsWith(".") ? whole.substring(0, whole.length() - 1) : whole) + " " + own : own);
        }
        return numbers;
    }

    private List<AgendaInput.Session> sessions(UUID meeting, List<Row> sessions, List<Row> items) {
        Map<UUID, List<String>> itemsOf = new HashMap<>();
        Map<UUID, String> numbers = numbers(items);
        for (Row item : items) {
            if (item.ref("session") != null && !item.text("number").isBlank()) {
                itemsOf.computeIfAbsent(item.ref("session"), id -> new ArrayList<>())
                        .add(numbers.get(item.id()));
            }
        }
        Map<UUID, String> rooms = new HashMap<>();
        source.parts(MeetingKinds.ROOM, meeting).forEach(room -> rooms.put(room.id(), room.text("name")));
        List<AgendaInput.Session> result = new ArrayList<>();
        for (Row session : sessions) {
            List<Row> speakers = source.parts(MeetingKinds.SPEAKER, session.id());
            result.add(new AgendaInput.Session(
                    session.date("day").orElse(null),
                    session.time("starts_at").orElse(null),
                    (int) Math.max(0, Math.min(session.number("minutes").orElse(0), 24 * 60)),
                    kind(session.text("type")),
                    source.phrase(session, "title"),
                    itemsOf.getOrDefault(session.id(), List.of()),
                    Phrase.of(rooms.getOrDefault(session.ref("room"), "")),
                    people(speakers)));
        }
        return result;
    }

    private List<AgendaInput.People> people(List<Row> speakers) {
        Map<AgendaInput.Role, List<Phrase>> people = new EnumMap<>(AgendaInput.Role.class);
        for (Row speaker : speakers) {
            Phrase name = speaker(speaker);
            // Interpreters serve the meeting.
            if (!name.isEmpty() && !speaker.text("role").equals("interpreter")) {
                people.computeIfAbsent(role(speaker.text("role")), role -> new ArrayList<>())
                        .add(name);
            }
        }
        return people.entrySet().stream()
                .map(one -> new AgendaInput.People(one.getKey(), one.getValue()))
                .toList();
    }

    private static AgendaInput.Role role(String role) {
        return switch (role) {
            case "chair" -> AgendaInput.Role.CHAIR;
            case "moderator" -> AgendaInput.Role.MODERATOR;
            case "panellist" -> AgendaInput.Role.PANELLIST;
            case "discussant" -> AgendaInput.Role.DISCUSSANT;
            case "rapporteur" -> AgendaInput.Role.RAPPORTEUR;
            default -> AgendaInput.Role.SPEAKER;
        };
    }

    /** "Name, designation (party)", as far as each is known. */
    private Phrase speaker(Row speaker) {
        String name = source.find(ParticipantKinds.PERSON, speaker.ref("person"))
                .map(source::personName)
                .orElse("");
        String designation = speaker.text("designation");
        String party = source.find(PartyKinds.PARTY, speaker.ref("party"))
                .map(row -> row.text("acronym").isEmpty()
                        ? source.phrase(row, "name").text()
                        : row.text("acronym"))
                .orElse("");
        String text = name.isEmpty() ? designation : designation.isEmpty() ? name : name + ", " + designation;
        if (!party.isEmpty() && !text.contains(party)) {
            text = text.isEmpty() ? party : text + " (" + party + ")";
        }
        return Phrase.of(text);
    }

    private static AgendaInput.Kind kind(String type) {
        return switch (type) {
            case "opening" -> AgendaInput.Kind.OPENING;
            case "panel" -> AgendaInput.Kind.PANEL;
            case "working_group", "side_event" -> AgendaInput.Kind.WORKING_GROUP;
            case "break" -> AgendaInput.Kind.BREAK;
            case "ceremony" -> AgendaInput.Kind.CEREMONY;
            case "closing" -> AgendaInput.Kind.CLOSING;
            default -> AgendaInput.Kind.PLENARY;
        };
    }
}
