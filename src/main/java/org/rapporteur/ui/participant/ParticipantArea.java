package org.rapporteur.ui.participant;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.PersonName;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** The area Participants. Places: none is the first register; a register, then a record's key. */
public final class ParticipantArea implements Area {
    private final ParticipantParts parts;
    private final Command create;
    private ParticipantsView view;

    /** The area over an open workspace; cheap. */
    public ParticipantArea(Kit kit, Navigator navigator, RecordKit records) {
        parts = new ParticipantParts(kit, navigator, records);
        records.maker(
                ParticipantKinds.PERSON, (text, language) -> PersonName.of(text).values());
        create = Command.of("participant.new", "participant.command.new")
                .icon(Material2OutlinedAL.ADD)
                .keys("shortcut+N")
                .enabledWhen(new SimpleBooleanProperty(records.writable()))
                .does(() -> opened().shown().add());
    }

    private ParticipantsView opened() {
        if (view == null) {
            view = new ParticipantsView(parts);
        }
        return view;
    }

    /** The tab of a meeting with its delegations. */
    public MeetingTab meetingTab() {
        return new MeetingTab() {
            @Override
            public String id() {
                return "participants";
            }

            @Override
            public String labelKey() {
                return "participant.area";
            }

            @Override
            public Node view(UUID meeting) {
                return new DelegationsView(parts, meeting);
            }
        };
    }

    @Override
    public String id() {
        return "participants";
    }

    @Override
    public String labelKey() {
        return "participant.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedMZ.PEOPLE;
    }

    @Override
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
        if (place.id(0) != null) {
            opened().show(place.id(0), key(place.id(1)));
        }
    }

    private static UUID key(String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAKey) {
            return null;
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(create);
    }
}
