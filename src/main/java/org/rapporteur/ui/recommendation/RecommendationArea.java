package org.rapporteur.ui.recommendation;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.recommendation.ChainReader;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.ChainPort;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/**
 * The area Recommendations. Places: none is the register; a recommendation's key, then the kind and key of a part of it;
 * {@code review_cycle}, then the key of one, is the list of review cycles.
 */
public final class RecommendationArea implements Area {
    private final RecommendationParts parts;
    private final Command make;
    private final Command create;
    private final Command cycles;
    private RecommendationsView view;

    /** The area over an open workspace; cheap. */
    public RecommendationArea(
            Kit kit, Navigator navigator, RecordKit records, ChainReader chain, RecommendationDrafter drafter) {
        parts = new RecommendationParts(kit, navigator, records, chain, drafter);
        make = Command.of("recommendation.make", "shell.command.make")
                .icon(Material2OutlinedAL.ADD)
                .keys("shortcut+N")
                .notInPalette()
                .enabledWhen(new SimpleBooleanProperty(records.writable()))
                .does(() -> opened().makeNew());
        create = Command.of("recommendation.new", "recommendation.command.new")
                .icon(Material2OutlinedAL.ADD)
                .enabledWhen(new SimpleBooleanProperty(records.writable()))
                .does(() -> opened().create());
        cycles = Command.of("recommendation.cycles", "recommendation.command.cycles")
                .icon(Material2OutlinedAL.AUTORENEW)
                .does(() -> navigator.open(RecommendationsView.cyclesPlace()));
    }

    private RecommendationsView opened() {
        if (view == null) {
            view = new RecommendationsView(parts, create, cycles);
        }
        return view;
    }

    /** The tab of a meeting with its recommendations. */
    public MeetingTab meetingTab() {
        return new MeetingTab() {
            @Override
            public String id() {
                return "recommendations";
            }

            @Override
            public String labelKey() {
                return "recommendation.tab";
            }

            @Override
            public Node view(UUID meeting) {
                return new MeetingRecommendations(parts, meeting);
            }
        };
    }

    /** The way from what recommendations rest on to them, for other features. */
    public ChainPort chainPort() {
        return target -> new UsesView(parts, target);
    }

    @Override
    public String id() {
        return RecommendationParts.AREA;
    }

    @Override
    public String labelKey() {
        return "recommendation.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.GAVEL;
    }

    @Override
    public Node view() {
        return opened();
    }

    @Override
    public void open(Place place) {
        String first = place.id(0);
        UUID id = key(first);
        if ("review_cycle".equals(first)) {
            opened().cycles(key(place.id(1)));
        } else if (id == null) {
            opened().register();
        } else {
            opened().show(id, place.id(1), key(place.id(2)));
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
        return List.of(make, create, cycles);
    }
}
