package org.rapporteur.launch;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.search.Search;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;
import org.rapporteur.ui.shell.RecordPlaces;
import org.rapporteur.ui.shell.SearchPort;

/** Leads from a record to its place in the window: for references, for the palette and for the search. */
final class RecordLinks implements RecordKit.Opener, SearchPort {
    /** Records are not part of each other more deeply than this. */
    private static final int DEEPEST = 6;

    private static final Map<String, Ikon> ICONS = Map.ofEntries(
            Map.entry("meeting", Material2OutlinedAL.EVENT),
            Map.entry("session", Material2OutlinedMZ.SCHEDULE),
            Map.entry("agenda_item", Material2OutlinedMZ.VIEW_AGENDA),
            Map.entry("party", Material2OutlinedAL.ACCOUNT_BALANCE),
            Map.entry("person", Material2OutlinedMZ.PERSON),
            Map.entry("delegation", Material2OutlinedAL.GROUP),
            Map.entry("delegate", Material2OutlinedMZ.PERSON),
            Map.entry("survey", Material2OutlinedAL.FACT_CHECK),
            Map.entry("question", Material2OutlinedAL.HELP_OUTLINE),
            Map.entry("answer", Material2OutlinedMZ.QUESTION_ANSWER),
            Map.entry("code", Material2OutlinedAL.LABEL),
            Map.entry("recommendation", Material2OutlinedAL.GAVEL),
            Map.entry("document", Material2OutlinedAL.DESCRIPTION));

    private final RecordKit records;
    private final Navigator navigator;
    private final Search search;

    RecordLinks(RecordKit records, Navigator navigator, Search search) {
        this.records = records;
        this.navigator = navigator;
        this.search = search;
    }

    @Override
    public boolean canOpen(Kind kind) {
        Kind root = kind;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String parent = root.parent().map(Field::target).orElse(null);
            if (parent == null || parent.isEmpty()) {
                break;
            }
            root = Model.kind(parent);
        }
        return RecordPlaces.has(root.name());
    }

    @Override
    public void open(Kind kind, UUID id) {
        records.kit()
                .tasks()
                .read(progress -> place(kind, id))
                .then(place -> place.ifPresent(navigator::open))
                .start();
    }

    /** The place of a record; off the window's thread. */
    Optional<Place> place(Kind kind, UUID id) {
        LinkedList<RecordPlaces.Part> chain = new LinkedList<>();
        Kind at = kind;
        UUID atId = id;
        for (int depth = 0; depth < DEEPEST && atId != null; depth++) {
            Optional<Row> row = records.records().find(at, atId);
            if (row.isEmpty()) {
                break;
            }
            chain.addFirst(new RecordPlaces.Part(
                    at.name(), atId.toString(), records.titles().of(row.get())));
            Optional<Field> parent = at.parent();
            if (parent.isEmpty()
                    || parent.get().target() == null
                    || parent.get().target().isEmpty()) {
                break;
            }
            atId = row.get().ref(parent.get().name());
            at = Model.kind(parent.get().target());
        }
        return RecordPlaces.of(chain);
    }

    @Override
    public List<Hit> find(String text, int limit, Progress progress) {
        String language = records.i18n().messages().language().code();
        List<Hit> hits = new ArrayList<>();
        for (Search.Hit hit : search.find(text, language, Set.of(), limit, progress::cancelled)
                .hits()) {
            progress.check();
            place(Model.kind(hit.kind()), hit.id())
                    .ifPresent(place -> hits.add(new Hit(
                            ICONS.getOrDefault(hit.kind(), Material2OutlinedAL.ARTICLE),
                            hit.title(),
                            "kind." + hit.kind(),
                            place,
                            hit.standing() == Wordings.Standing.HOLDS
                                    ? ""
                                    : "search.standing." + hit.standing().name().toLowerCase(Locale.ROOT))));
        }
        return hits;
    }
}
