package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.forms.xlsx.ReturnedIntake;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.ChainPort;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.PaperMenu;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.shell.SurveyReports;

/** The area Surveys. Places: none is the list; a survey's key, then a tab. */
public final class SurveyArea implements Area {
    private final SurveyParts parts;
    private final StringProperty shown = new SimpleStringProperty("");
    private final Command create;
    private SurveysView view;
    private final InboxCount waiting;

    /** The area over an open workspace; cheap. */
    public SurveyArea(
            Kit kit,
            Navigator navigator,
            RecordKit recordKit,
            Records records,
            Changes changes,
            History history,
            SurveyAnalysis analysis,
            SurveyReports reports,
            ReturnedIntake.Keeper files,
            ChainPort chain) {
        parts = new SurveyParts(kit, navigator, recordKit, records, changes, history, analysis, reports, files, chain);
        waiting = new InboxCount(kit.tasks(), recordKit, records);
        create = Command.of("survey.new", "survey.command.new")
                .icon(Material2OutlinedAL.ADD)
                .enabledWhen(new SimpleBooleanProperty(changes.writable()))
                .does(() -> opened().create(null));
    }

    private BooleanBinding inTab(String tab) {
        return shown.isEqualTo(tab)
                .and(new SimpleBooleanProperty(parts.changes().writable()));
    }

    private Command ofTab(String tab, String id, String labelKey, Ikon icon) {
        return Command.of(id, labelKey).icon(icon).enabledWhen(inTab(tab)).does(() -> opened().run(id));
    }

    private SurveysView opened() {
        if (view == null) {
            view = new SurveysView(parts, create);
            shown.bind(view.shown());
        }
        return view;
    }

    /** The tab of a meeting that shows its survey. */
    public MeetingTab meetingTab() {
        return new MeetingTab() {
            @Override
            public String id() {
                return "survey";
            }

            @Override
            public String labelKey() {
                return "survey.tab";
            }

            @Override
            public Node view(UUID meeting) {
                return new MeetingSurveys(parts, meeting, () -> opened().create(meeting));
            }
        };
    }

    @Override
    public String id() {
        return "surveys";
    }

    @Override
    public String labelKey() {
        return "survey.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.BALLOT;
    }

    @Override
    public ObservableIntegerValue waiting() {
        return waiting.count();
    }

    @Override
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
        if (ImportTable.PLACE.equals(place.id(0))) {
            opened().showTable();
            return;
        }
        opened().show(key(place.id(0)), place.id(1), place.id(2));
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
                Command.of("survey.add", "survey.command.add")
                        .icon(Material2OutlinedAL.ADD)
                        .keys("shortcut+N")
                        .enabledWhen(new SimpleBooleanProperty(parts.changes().writable()))
                        .notInPalette()
                        .does(() -> opened().makeNew()),
                create,
                ofTab("questionnaire", "survey.question.new", "survey.command.question", Material2OutlinedAL.ADD),
                ofTab(
                        "respondents",
                        "survey.respondents.add",
                        "survey.respondents.add",
                        Material2OutlinedMZ.PERSON_ADD)));
        commands.addAll(PaperMenu.commands("survey", parts.reports(), action -> opened().withPapers(action)));
        return List.copyOf(commands);
    }
}
