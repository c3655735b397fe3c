package org.rapporteur.ui.participant;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.DelegationTally;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.TakingPart;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RecordKit;

/** The delegations of one meeting: how they stand, and the steps that many of them take at once. */
final class DelegationsViewModel {
    private final RecordKit records;
    private final UUID meeting;
    private final ReadOnlyObjectWrapper<DelegationTally> tally = new ReadOnlyObjectWrapper<>();
    private final LatestTask<DelegationTally> loading;

    DelegationsViewModel(RecordKit records, UUID meeting) {
        this.records = records;
        this.meeting = meeting;
        this.loading = new LatestTask<>(records.kit().tasks(), tally::set);
    }

    UUID meeting() {
        return meeting;
    }

    /** How the delegations stand; null before they were read. */
    ReadOnlyObjectProperty<DelegationTally> tally() {
        return tally.getReadOnlyProperty();
    }

    void load() {
        loading.request(progress -> {
            List<Row> delegations = records.records().list(Query.partsOf(ParticipantKinds.DELEGATION, meeting));
            List<Row> delegates =
                    records.records().list(Query.of(ParticipantKinds.DELEGATE).where("scope", meeting));
            return DelegationTally.of(
                    delegations,
                    TakingPart.count(
                            records.records()
                                    .find(MeetingKinds.MEETING, meeting)
                                    .orElseThrow(),
                            delegations,
                            delegates));
        });
    }

    private static Values delegation(UUID meeting, UUID party, String category) {
        String capacity =
                switch (category) {
                    case "iscm" -> "member";
                    case "reo", "un_regional_commission", "un_entity", "organization" -> "partner";
                    case "state", "territory" -> "member";
                    default -> "non_state_actor";
                };
        return Values.of("meeting", meeting)
                .with("party", party)
                .with("capacity", capacity)
                .with("status", "to_invite")
                .with("credentials", "not_required");
    }

    /** Adds the delegation of a party; its key comes back. A party that has one already is only shown. */
    void add(UUID party, Consumer<UUID> then) {
        records.edits()
                .write(
                        Label.of("step.add", KindWords.word(ParticipantKinds.DELEGATION)),
                        tx -> existing(tx, party)
                                .orElseGet(() -> tx.insert(
                                        ParticipantKinds.DELEGATION,
                                        delegation(
                                                meeting,
                                                party,
                                                tx.find(PartyKinds.PARTY, party)
                                                        .map(row -> row.text("category"))
                                                        .orElse("")))),
                        then);
    }

    private java.util.Optional<UUID> existing(Transaction tx, UUID party) {
        return tx.list(Query.partsOf(ParticipantKinds.DELEGATION, meeting).where("party", party)).stream()
                .map(Row::id)
                .findFirst();
    }

    /** Makes a party of the typed name, of the category that was asked for, with its delegation. */
    void create(String name, Values party, Consumer<UUID> then) {
        String category = String.valueOf(party.map().get("category"));
        records.edits()
                .write(
                        Label.of("step.add", name),
                        tx -> tx.insert(
                                ParticipantKinds.DELEGATION,
                                delegation(meeting, tx.insert(PartyKinds.PARTY, party), category)),
                        then);
    }

    /**
     * Adds delegations of all active parties of a category that have none yet, in one step.
     *
     * @param then gets how many were added
     */
    void addAll(String category, Consumer<Integer> then) {
        records.edits()
                .write(
                        Label.of("step.add", Label.word("participant.delegations.all." + category)),
                        tx -> addAll(tx, category),
                        then);
    }

    private int addAll(Transaction tx, String category) {
        Set<UUID> there = new HashSet<>();
        tx.each(Query.partsOf(ParticipantKinds.DELEGATION, meeting), row -> there.add(row.ref("party")));
        int added = 0;
        for (Row party : tx.list(Query.of(PartyKinds.PARTY).where("category", category))) {
            boolean over = Set.of("dormant", "succeeded", "ended").contains(party.text("status"));
            if (!over && !there.contains(party.id())) {
                tx.insert(ParticipantKinds.DELEGATION, delegation(meeting, party.id(), category));
                added++;
            }
        }
        return added;
    }

    /** The invitations went out today. */
    void invited(List<Row> delegations) {
        String today = LocalDate.now(records.clock()).toString();
        step(delegations, "invited", (tx, row) -> {
            if (row.text("invited_on").isBlank()) {
                tx.set(ParticipantKinds.DELEGATION, row.id(), "invited_on", today);
            }
        });
    }

    /** They have said they will come. */
    void confirmed(List<Row> delegations) {
        step(delegations, "confirmed", (tx, row) -> {});
    }

    /** Their credentials came in today. */
    void credentialsReceived(List<Row> delegations) {
        String today = LocalDate.now(records.clock()).toString();
        records.edits()
                .run(
                        label(delegations, "credentials"),
                        tx -> delegations.forEach(row -> {
                            tx.set(ParticipantKinds.DELEGATION, row.id(), "credentials", "received");
                            if (row.text("credentials_on").isBlank()) {
                                tx.set(ParticipantKinds.DELEGATION, row.id(), "credentials_on", today);
                            }
                        }));
    }

    private interface Also {
        void change(Transaction tx, Row row);
    }

    private void step(List<Row> delegations, String status, Also also) {
        records.edits()
                .run(
                        label(delegations, "status"),
                        tx -> delegations.forEach(row -> {
                            tx.set(ParticipantKinds.DELEGATION, row.id(), "status", status);
                            also.change(tx, row);
                        }));
    }

    private Label label(List<Row> delegations, String field) {
        String what = Label.word(
                records.words().fieldKey(ParticipantKinds.DELEGATION, ParticipantKinds.DELEGATION.field(field)));
        String whom = delegations.size() == 1
                ? records.titles().known(delegations.getFirst().id())
                : KindWords.words(ParticipantKinds.DELEGATION, delegations.size());
        return Label.of("step.edit", what, whom);
    }

    /** The e-mail addresses of the people in these delegations; off the window's thread. */
    List<String> addresses(List<UUID> delegations) {
        if (delegations.isEmpty()) {
            return List.of();
        }
        List<UUID> people =
                records.records().list(Query.of(ParticipantKinds.DELEGATE).where("delegation", delegations)).stream()
                        .map(row -> row.ref("person"))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList();
        return people.isEmpty()
                ? List.of()
                : records.records().list(Query.of(ParticipantKinds.PERSON).where("id", people)).stream()
                        .map(row -> row.text("email").strip())
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList();
    }
}
