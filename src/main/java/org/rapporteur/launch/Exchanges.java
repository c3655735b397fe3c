package org.rapporteur.launch;

import java.nio.file.Path;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.Workspace;

/** The exchange of files of an open workspace. */
final class Exchanges {
    private Exchanges() {}

    /**
     * The exchange of a workspace.
     *
     * @param config folder of the settings; the installation's keys lie there
     */
    static Exchange of(Workspace workspace, Workspace.Surroundings surroundings, Path config) {
        return new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        workspace.folder(),
                        () -> Identity.in(config),
                        surroundings.clock(),
                        surroundings.ids(),
                        surroundings.author(),
                        Version.current(),
                        () -> Model.kinds().stream()
                                .mapToLong(kind -> workspace.count(Query.of(kind)))
                                .sum()));
    }
}
