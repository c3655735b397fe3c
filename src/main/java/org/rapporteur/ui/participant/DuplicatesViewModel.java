package org.rapporteur.ui.participant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.RecordMerge;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.PersonDuplicates;
import org.rapporteur.core.participant.PersonDuplicates.Pair;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordKit;

/** The pairs of people who may be one. What a person called different stays away until the program ends. */
final class DuplicatesViewModel {
    private final RecordKit records;
    private final ReadOnlyObjectWrapper<List<Pair>> pairs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final Set<Set<UUID>> different = new HashSet<>();
    private final LatestTask<List<Pair>> loading;
    private List<Pair> found = List.of();

    DuplicatesViewModel(RecordKit records) {
        this.records = records;
        this.loading = new LatestTask<>(records.kit().tasks(), result -> {
            found = result;
            publish();
        });
    }

    ReadOnlyObjectProperty<List<Pair>> pairs() {
        return pairs.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    void load() {
        loading.request(progress -> {
            List<Pair> result = PersonDuplicates.find(records.records().list(Query.of(ParticipantKinds.PERSON)));
            records.titles()
                    .prepare(
                            result.stream()
                                    .flatMap(pair -> java.util.stream.Stream.of(pair.first(), pair.second()))
                                    .toList(),
                            List.of(ParticipantKinds.PERSON.field("party")));
            return result;
        });
    }

    private void publish() {
        List<Pair> open = found.stream()
                .filter(pair -> !different.contains(
                        Set.of(pair.first().id(), pair.second().id())))
                .toList();
        pairs.set(open);
        count.set(open.size());
    }

    /** These two are two. */
    void keepApart(Pair pair) {
        different.add(Set.of(pair.first().id(), pair.second().id()));
        publish();
    }

    /** Makes one person of the two; one undo takes it back. */
    void merge(Row kept, Row other) {
        records.edits()
                .run(
                        Label.of("participant.step.merge", name(other), name(kept)),
                        tx -> RecordMerge.merge(tx, Model.kinds(), ParticipantKinds.PERSON, kept.id(), other.id()));
    }

    /** Name of a person as one line. */
    static String name(Row person) {
        return (person.text("honorific") + " " + person.text("given_name") + " " + person.text("family_name"))
                .strip()
                .replaceAll("\\s+", " ");
    }
}
