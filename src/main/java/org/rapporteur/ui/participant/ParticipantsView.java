package org.rapporteur.ui.participant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.shell.Place;

/** The registers of the area, one a tab; each is made when it is first shown. */
final class ParticipantsView extends TabPane {
    static final String PERSON = "person";
    static final String PARTY = "party";
    static final String REFERENCE = "reference_item";

    private final ParticipantParts parts;
    private final Map<String, Supplier<Register>> makers = new LinkedHashMap<>();
    private final Map<String, Register> registers = new LinkedHashMap<>();
    private boolean opening;

    ParticipantsView(ParticipantParts parts) {
        this.parts = parts;
        getStyleClass().add("participants");
        getStylesheets().add(ParticipantStyles.sheet());
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (PartyGroup group : PartyGroup.values()) {
            makers.put(group.id(), () -> new PartyRegister(parts, group));
        }
        makers.put(PERSON, () -> new PeopleRegister(parts));
        makers.put(REFERENCE, () -> new ReferenceRegister(parts));
        opening = true;
        makers.keySet().forEach(this::add);
        opening = false;
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> fill(is));
        // Only made, not gone to: whoever makes the view is on the way to a place already.
        register(getSelectionModel().getSelectedItem());
    }

    private static String labelKey(String id) {
        return "participant.tab." + id;
    }

    private void add(String id) {
        Tab tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(parts.i18n().text(labelKey(id)));
        getTabs().add(tab);
    }

    private void fill(Tab tab) {
        register(tab);
        if (!opening) {
            parts.navigator().open(Place.of("participants").thenKey(tab.getId(), labelKey(tab.getId())));
        }
    }

    private Register register(Tab tab) {
        Register register =
                registers.computeIfAbsent(tab.getId(), id -> makers.get(id).get());
        if (tab.getContent() == null) {
            StackPane page = new StackPane(register.node());
            page.getStyleClass().add("participants-page");
            tab.setContent(page);
        }
        return register;
    }

    /** The register shown. */
    Register shown() {
        return register(getSelectionModel().getSelectedItem());
    }

    /** Shows a register and, if given, one of its records. */
    void show(String register, UUID id) {
        if (PARTY.equals(register) && id != null) {
            parts.kit()
                    .tasks()
                    .read(progress -> parts.records().read(PartyKinds.PARTY, id))
                    .then(row -> row.ifPresent(party ->
                            select(PartyGroup.of(party.text("category")).id(), id)))
                    .start();
        } else {
            select(PARTY.equals(register) ? PartyGroup.STATES.id() : register, id);
        }
    }

    private void select(String register, UUID id) {
        opening = true;
        try {
            getTabs().stream()
                    .filter(tab -> tab.getId().equals(register))
                    .findFirst()
                    .ifPresent(tab -> getSelectionModel().select(tab));
        } finally {
            opening = false;
        }
        if (id != null) {
            shown().show(id);
        }
    }
}
