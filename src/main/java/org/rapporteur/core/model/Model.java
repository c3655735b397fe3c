package org.rapporteur.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.SurveyKinds;

/** All kinds of records of the program. */
public final class Model {
    /** The scope of the shared directory: parties, people, lists. */
    public static final UUID DIRECTORY = new UUID(0, 0);

    private static final Map<String, Kind> BY_NAME = new LinkedHashMap<>();

    static {
        Stream.of(
                        PartyKinds.all(),
                        ParticipantKinds.all(),
                        MeetingKinds.all(),
                        SurveyKinds.all(),
                        RecommendationKinds.all(),
                        DocumentKinds.all())
                .flatMap(List::stream)
                .forEach(kind -> BY_NAME.put(kind.name(), kind));
    }

    private Model() {}

    public static List<Kind> kinds() {
        return List.copyOf(BY_NAME.values());
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static Kind kind(String name) {
        Kind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind " + name);
        }
        return kind;
    }
}
