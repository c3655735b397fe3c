package org.rapporteur.exchange.pack;

import org.rapporteur.core.problem.Problem;

/** Why a package is not read, in words for a person; the technical reason goes to the log only. */
final class Rejection {
    private final String file;

    /** @param file name of the package as the person knows it */
    Rejection(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    Problem notPackage(String technical) {
        return end(
                Problem.of("PKG-01", "exchangefile.notPackage", file).advice("exchangefile.advice.choose"), technical);
    }

    Problem truncated(String technical) {
        return end(Problem.of("PKG-02", "exchangefile.truncated", file).advice("exchangefile.advice.again"), technical);
    }

    Problem damaged(String technical) {
        return end(Problem.of("PKG-03", "exchangefile.damaged", file).advice("exchangefile.advice.again"), technical);
    }

    /** Nothing that damage does by chance, and nothing that this program writes. */
    Problem crafted(String technical) {
        return end(
                Problem.of("PKG-04", "exchangefile.crafted", file).advice("exchangefile.advice.telephone"), technical);
    }

    Problem tooLarge(String technical) {
        return end(
                Problem.of("PKG-05", "exchangefile.tooLarge", file).advice("exchangefile.advice.smaller"), technical);
    }

    Problem manifest(String technical) {
        return end(Problem.of("PKG-06", "exchangefile.manifest", file).advice("exchangefile.advice.again"), technical);
    }

    Problem encrypted() {
        return end(
                Problem.of("PKG-07", "exchangefile.encrypted", file).advice("exchangefile.advice.decrypt"),
                "encrypted");
    }

    Problem line(String entry, long line, String technical) {
        return end(
                Problem.of("PKG-08", "exchangefile.line", file, entry, line).advice("exchangefile.advice.again"),
                technical + ", " + entry + " line " + line);
    }

    private static Problem end(Problem.Builder problem, String technical) {
        return problem.kept("problem.kept.nothingChanged").technical(technical).build();
    }
}
