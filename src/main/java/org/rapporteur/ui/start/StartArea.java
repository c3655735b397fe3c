package org.rapporteur.ui.start;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** The area Start: one screen, without places of its own. */
public final class StartArea implements Area {
    private final Kit kit;
    private final Navigator navigator;
    private final RecordKit records;
    private final SurveyAnalysis analysis;
    private final Exchange exchange;
    private StartView view;

    /** The area over an open workspace; cheap. */
    public StartArea(Kit kit, Navigator navigator, RecordKit records, SurveyAnalysis analysis, Exchange exchange) {
        this.kit = kit;
        this.navigator = navigator;
        this.records = records;
        this.analysis = analysis;
        this.exchange = exchange;
    }

    @Override
    public String id() {
        return "start";
    }

    @Override
    public String labelKey() {
        return "start.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.HOME;
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new StartView(
                    kit,
                    navigator,
                    records,
                    new StartReader(
                            records.records(),
                            records.history(),
                            records.titles()::of,
                            analysis,
                            records.clock(),
                            exchange));
        }
        return view;
    }

    @Override
    public void open(Place place) {
        view();
        view.load();
    }
}
