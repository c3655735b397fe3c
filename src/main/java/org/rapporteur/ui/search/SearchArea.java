package org.rapporteur.ui.search;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.search.Search;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Place;

/** What the search field of the title row finds. Places: the text looked for. */
public final class SearchArea implements Area {
    private final Kit kit;
    private final RecordKit records;
    private final Search search;
    private SearchView view;

    /** The area over an open workspace; cheap. */
    public SearchArea(Kit kit, RecordKit records, Search search) {
        this.kit = kit;
        this.records = records;
        this.search = search;
    }

    @Override
    public String id() {
        return "search";
    }

    @Override
    public String labelKey() {
        return "search.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedMZ.SEARCH;
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new SearchView(kit, records, search);
        }
        return view;
    }

    @Override
    public void open(Place place) {
        view();
        view.find(place.id(0) == null ? "" : place.id(0));
    }
}
