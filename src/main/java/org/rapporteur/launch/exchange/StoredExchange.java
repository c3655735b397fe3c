package org.rapporteur.launch.exchange;

import java.nio.file.Path;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.settings.ConfigFolder;
import org.rapporteur.storage.Workspace;

/** Puts together the exchange of a workspace. */
public final class StoredExchange {
    private static final String KEYS = "keys";

    private StoredExchange() {}

    /** The keys of this installation; made if there are none. */
    public static Identity identity() {
        return Identity.in(ConfigFolder.find().resolve(KEYS));
    }

    /**
     * The exchange of an open workspace.
     *
     * @param surroundings as the workspace was opened with
     * @param program version of the program
     */
    public static Exchange of(Workspace workspace, Workspace.Surroundings surroundings, String program) {
        Path folder = workspace.folder();
        return new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        folder,
                        StoredExchange::identity,
                        surroundings.clock(),
                        surroundings.ids(),
                        surroundings.author(),
                        program,
                        () -> visible(workspace)));
    }

    private static long visible(Workspace workspace) {
        return Model.kinds().stream()
                .mapToLong(kind -> workspace.count(Query.of(kind)))
                .sum();
    }
}
