package org.rapporteur.exchange;

import org.rapporteur.core.problem.Problem;

/** What can go wrong between the file of a package and the store. */
final class ExchangeProblems {
    private ExchangeProblems() {}

    static Problem newer(String file, int lowestReader, int own) {
        return kept(Problem.of("EXC-03", "exchangeservice.newer", file, lowestReader, own)
                .advice("problem.advice.update")
                .technical("needs " + lowestReader + ", this is " + own));
    }

    static Problem waits(String file) {
        return kept(Problem.of("EXC-04", "exchangeservice.waits", file)
                .advice("exchangeservice.advice.waits")
                .technical("the base is not covered"));
    }

    static Problem manifest(String file, String technical) {
        return kept(Problem.of("EXC-05", "exchangeservice.contradiction", file)
                .advice("exchangeservice.advice.sendAgain")
                .technical(technical));
    }

    static Problem notWaiting() {
        return kept(Problem.of("EXC-06", "exchangeservice.notWaiting").technical("no such waiting package"));
    }

    static Problem noFolder() {
        return kept(Problem.of("EXC-07", "exchangeservice.noFolder").technical("no exchange folder is chosen"));
    }

    static Problem folderGone(String folder) {
        return kept(Problem.of("EXC-08", "exchangeservice.folderGone", folder)
                .advice("exchangeservice.advice.folder")
                .technical("the exchange folder is not there"));
    }

    private static Problem kept(Problem.Builder builder) {
        return builder.kept("problem.kept.nothingChanged").build();
    }
}
