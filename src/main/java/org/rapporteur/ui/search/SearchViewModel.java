package org.rapporteur.ui.search;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.search.Search;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;

/** What was looked for and what was found; the newest search wins. */
final class SearchViewModel {
    private static final int MOST = 200;

    private final Search search;
    private final LatestTask<Search.Found> finding;
    private final ReadOnlyObjectWrapper<Search.Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private String text = "";
    private Set<String> kinds = Set.of();

    SearchViewModel(Tasks tasks, Search search) {
        this.search = search;
        this.finding = new LatestTask<>(tasks, result -> {
            searching.set(false);
            found.set(result);
        });
    }

    ReadOnlyObjectProperty<Search.Found> found() {
        return found.getReadOnlyProperty();
    }

    /** Whether the answer to the newest search is still to come. */
    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    String text() {
        return text;
    }

    Set<String> kinds() {
        return kinds;
    }

    /** Looks for a text in the chosen kinds of records. */
    void find(String wanted, String language) {
        text = wanted;
        request(language);
    }

    /** Looks only in these kinds; none means all. */
    void only(Set<String> wanted, String language) {
        kinds = Set.copyOf(wanted);
        request(language);
    }

    private void request(String language) {
        if (text.isBlank()) {
            finding.cancel();
            searching.set(false);
            found.set(new Search.Found(List.of(), 0, true));
            return;
        }
        searching.set(true);
        String wanted = text;
        Set<String> in = kinds;
        finding.request(progress -> search.find(wanted, language, in, MOST, progress::cancelled));
    }
}
