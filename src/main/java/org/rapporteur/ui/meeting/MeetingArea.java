package org.rapporteur.ui.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;

/** The area Meetings. Places: none is the list; a meeting's key, then a tab, then a record; "process", then a
 * process's key. */
public final class MeetingArea implements Area {
    private final MeetingParts parts;
    private final SimpleBooleanProperty writable;
    private final Command make;
    private final Command create;
    private MeetingsView view;

    /**
     * The area over an open workspace; cheap.
     *
     * @param reports documents of a meeting
     * @param tabs tabs of other features
     */
    public MeetingArea(
            Kit kit,
            Navigator navigator,
            RecordKit recordKit,
            Records records,
            Changes changes,
            SurveyAnalysis analysis,
            MeetingReports reports,
            List<MeetingTab> tabs) {
        parts = new MeetingParts(kit, navigator, recordKit, records, changes, analysis, reports, List.copyOf(tabs));
        writable = new SimpleBooleanProperty(changes.writable());
        make = Command.of("meeting.make", "shell.command.make")
                .icon(Material2OutlinedAL.ADD)
                .keys("shortcut+N")
                .notInPalette()
                .enabledWhen(writable)
                .does(() -> opened().makeNew());
        create = Command.of("meeting.new", "meeting.command.new")
                .icon(Material2OutlinedAL.ADD)
                .enabledWhen(writable)
                .does(() -> opened().create());
    }

    private MeetingsView opened() {
        if (view == null) {
            view = new MeetingsView(parts, create);
        }
        return view;
    }

    @Override
    public String id() {
        return "meetings";
    }

    @Override
    public String labelKey() {
        return "meeting.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.EVENT;
    }

    @Override
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
        if (ProcessView.STEP.equals(place.id(0))) {
            opened().showProcess(key(place.id(1)).orElse(null));
            return;
        }
        opened().show(key(place.id(0)), place.id(1), key(place.id(2)).orElse(null));
    }

    private static Optional<UUID> key(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(
                make,
                create,
                Command.of("meeting.item.time", "meeting.item.time")
                        .icon(Material2OutlinedAL.EVENT)
                        .keys("shortcut+shift+T")
                        .enabledWhen(writable)
                        .does(() -> opened().inAgenda(AgendaView::giveTime)),
                Command.of("meeting.item.details", "meeting.item.details")
                        .icon(Material2OutlinedAL.FACT_CHECK)
                        .does(() -> opened().inAgenda(AgendaView::showItem)),
                Command.of("meeting.room.new", "meeting.command.room")
                        .icon(Material2OutlinedMZ.MEETING_ROOM)
                        .enabledWhen(writable)
                        .does(() -> opened().inAgenda(AgendaView::addRoom)),
                Command.of("meeting.session.new", "meeting.command.session")
                        .icon(Material2OutlinedAL.ADD)
                        .keys("shortcut+shift+S")
                        .enabledWhen(writable)
                        .does(() -> opened().inAgenda(AgendaView::newSession)),
                Command.of("meeting.item.new", "meeting.command.item")
                        .icon(Material2OutlinedAL.FORMAT_LIST_BULLETED)
                        .keys("shortcut+shift+I")
                        .enabledWhen(writable)
                        .does(() -> opened().inAgenda(AgendaView::newItem))));
        commands.addAll(PaperMenu.commands("meeting", parts.reports(), action -> opened().withPapers(action)));
        return List.copyOf(commands);
    }
}
