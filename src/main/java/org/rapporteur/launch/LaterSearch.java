package org.rapporteur.launch;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.rapporteur.core.search.Search;
import org.rapporteur.storage.Workspace;

/** The search of a workspace, opened by its first use and not by the screens that offer it: opening reads the disk. */
record LaterSearch(Workspace workspace) implements Search {
    @Override
    public Found find(String text, String language, Set<String> kinds, int most, BooleanSupplier cancelled) {
        return workspace.search().find(text, language, kinds, most, cancelled);
    }

    @Override
    public void rebuild(LongConsumer progress) {
        workspace.search().rebuild(progress);
    }

    @Override
    public long behind() {
        return workspace.search().behind();
    }
}
