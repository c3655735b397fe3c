package org.rapporteur.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;

/** What the command palette offers for what was typed: commands at once, records as soon as the search has them. */
final class PaletteViewModel {
    /** One line of the palette. */
    sealed interface Entry {
        /** A command with its words in the current language. */
        record OfCommand(Command command, String label) implements Entry {}

        /** A record that was found. */
        record OfRecord(SearchPort.Hit hit) implements Entry {}
    }

    private static final int MOST_COMMANDS = 40;
    private static final int MOST_RECORDS = 20;
    private static final int REMEMBERED = 5;

    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final LinkedList<String> lately = new LinkedList<>();
    private final Commands commands;
    private final I18n i18n;
    private final LatestTask<List<SearchPort.Hit>> records;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private SearchPort search = SearchPort.NONE;

    PaletteViewModel(Commands commands, I18n i18n, Tasks tasks) {
        this.commands = commands;
        this.i18n = i18n;
        this.records = new LatestTask<>(tasks, this::addRecords);
        query.addListener((o, was, is) -> refresh());
    }

    void search(SearchPort port) {
        this.search = port;
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    /** Whether records are still being looked for. */
    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** Starts afresh: nothing typed, the commands used lately first. */
    void reset() {
        query.set("");
        refresh();
    }

    /** Notes that an entry was chosen, so that it comes first next time. */
    void chosen(Entry entry) {
        if (entry instanceof Entry.OfCommand of) {
            lately.remove(of.command().id());
            lately.addFirst(of.command().id());
            while (lately.size() > REMEMBERED) {
                lately.removeLast();
            }
        }
    }

    private record Scored(Entry.OfCommand entry, int score) {}

    private void refresh() {
        List<Scored> fitting = new ArrayList<>();
        for (Command command : commands.active()) {
            if (!command.inPalette() || !command.enabled().get()) {
                continue;
            }
            String label = i18n.now(command.labelKey());
            int score = Fuzzy.score(query.get(), label);
            if (score != Fuzzy.NO) {
                int recent = lately.indexOf(command.id());
                fitting.add(new Scored(
                        new Entry.OfCommand(command, label), score + (recent < 0 ? 0 : REMEMBERED - recent)));
            }
        }
        fitting.sort(Comparator.comparingInt(Scored::score).reversed());
        entries.setAll(fitting.stream().limit(MOST_COMMANDS).map(Scored::entry).toList());
        String text = query.get().strip();
        if (text.length() < 2) {
            records.cancel();
            searching.set(false);
        } else {
            searching.set(true);
            records.request(progress -> search.find(text, MOST_RECORDS, progress));
        }
    }

    private void addRecords(List<SearchPort.Hit> hits) {
        searching.set(false);
        entries.addAll(hits.stream().map(Entry.OfRecord::new).toList());
    }
}
