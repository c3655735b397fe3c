package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.KindRules;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.problem.Problem;

/** What happens to a part is told with the whole, whatever the kinds; the parts are found from the kinds. */
class HistoryPartsTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** A record with all that it is part of; the keys from the outermost in. */
    private static List<UUID> chain(Transaction tx, Kind kind) {
        List<UUID> keys = new ArrayList<>();
        Values values = Values.none();
        kind.parent().ifPresent(parent -> {
            keys.addAll(chain(tx, parent.target().isEmpty() ? PartyKinds.PARTY : Model.kind(parent.target())));
            values.with(parent.name(), keys.getLast());
        });
        kind.titleFields().stream()
                .filter(f -> f.type() == FieldType.TEXT || f.type() == FieldType.LONG_TEXT)
                .forEach(f -> values.with(f.columns().getFirst(), "One " + kind.name()));
        kind.orderField()
                .ifPresent(
                        order -> values.with(order.name(), OrderKeys.spread(1).getFirst()));
        keys.add(tx.insert(kind, values));
        return keys;
    }

    /** Deletes it, unless records of the kind are written once and for all. */
    private boolean deleted(Kind kind, UUID part) {
        try {
            workspace.changes().run(Label.of("step.delete", ""), tx -> tx.delete(kind, part));
            return true;
        } catch (Problem refused) {
            assertTrue(kind.rules() != KindRules.FREE, kind + ": " + refused);
            return false;
        }
    }

    @Test
    void everyPartOfEveryKindIsToldWithTheWhole() {
        int parts = 0;
        for (Kind kind : Model.kinds()) {
            List<Kind> kinds = new ArrayList<>();
            for (Kind at = kind; at != null; ) {
                kinds.addFirst(at);
                Kind of = at;
                at = of.parent()
                        .map(p -> p.target().isEmpty() ? PartyKinds.PARTY : Model.kind(p.target()))
                        .orElse(null);
            }
            List<UUID> keys = new ArrayList<>();
            workspace.changes().run(Label.of("step.add", ""), tx -> keys.addAll(chain(tx, kind)));
            UUID part = keys.getLast();
            boolean deleted = deleted(kind, part);
            for (int i = 0; i < keys.size() - 1; i++) {
                List<History.Action> told = workspace.history().withParts(kinds.get(i), keys.get(i), 1000).stream()
                        .filter(entry -> entry.record().equals(part))
                        .filter(entry -> entry.action() != History.Action.CHANGED)
                        .map(History.Entry::action)
                        .toList();
                assertEquals(
                        deleted
                                ? List.of(History.Action.DELETED, History.Action.CREATED)
                                : List.of(History.Action.CREATED),
                        told,
                        kind + " in the history of " + kinds.get(i));
                parts++;
            }
        }
        assertTrue(parts > 20, "parts found: " + parts);
    }
}
