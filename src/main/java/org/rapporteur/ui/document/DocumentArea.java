package org.rapporteur.ui.document;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** The area Documents. Places: none is the register; a document's key selects it there. */
public final class DocumentArea implements Area {
    private final DocumentParts parts;
    private final Command create;
    private DocumentsView view;

    /** The area over an open workspace; cheap. */
    public DocumentArea(Kit kit, Navigator navigator, RecordKit records, DocumentFiles files) {
        parts = new DocumentParts(kit, navigator, records, files);
        create = Command.of("document.new", "document.command.new")
                .icon(Material2OutlinedAL.ADD)
                .keys("shortcut+N")
                .enabledWhen(new SimpleBooleanProperty(records.writable()))
                .does(() -> opened().create());
    }

    private DocumentsView opened() {
        if (view == null) {
            view = new DocumentsView(parts, null);
        }
        return view;
    }

    /** The tab of a meeting with its documents. */
    public MeetingTab meetingTab() {
        return new MeetingTab() {
            @Override
            public String id() {
                return "documents";
            }

            @Override
            public String labelKey() {
                return "document.tab";
            }

            @Override
            public Node view(UUID meeting) {
                return new DocumentsView(parts, meeting);
            }
        };
    }

    @Override
    public String id() {
        return DocumentParts.AREA;
    }

    @Override
    public String labelKey() {
        return "document.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.DESCRIPTION;
    }

    @Override
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
        opened().show(key(place.id(0)));
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
