package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** The area Surveys. Places: none is the list; a survey's key, then a tab. */
public final class SurveyArea implements Area {
    private final SurveyParts parts;
    private final Command create;
    private SurveysView view;

    /** The area over an open workspace; cheap. */
    public SurveyArea(
            Kit kit,
            Navigator navigator,
            RecordKit recordKit,
            Records records,
            Changes changes,
            SurveyAnalysis analysis) {
        parts = new SurveyParts(kit, navigator, recordKit, records, changes, analysis);
        create = Command.of("survey.new", "survey.command.new")
                .icon(Material2OutlinedAL.ADD)
                .keys("shortcut+N")
                .enabledWhen(new SimpleBooleanProperty(changes.writable()))
                .does(() -> opened().create(null));
    }

    private SurveysView opened() {
        if (view == null) {
            view = new SurveysView(parts, create);
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
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
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
        return List.of(create);
    }
}
