package org.rapporteur.exchange.seal;

import org.rapporteur.core.problem.Problem;

/** Why an encrypted file is not opened, in words for a person. */
final class AgeRejection {
    private final String file;

    /** @param file name of the file as the person knows it */
    AgeRejection(String file) {
        this.file = file;
    }

    Problem passphrase() {
        return end(
                Problem.of("AGE-01", "exchangefile.passphrase", file).advice("exchangefile.advice.passphrase"),
                "the passphrase does not open the file key");
    }

    Problem recipient() {
        return end(
                Problem.of("AGE-02", "exchangefile.otherRecipient", file).advice("exchangefile.advice.sendKey"),
                "no stanza opens");
    }

    Problem damaged(String technical) {
        return end(
                Problem.of("AGE-03", "exchangefile.ageDamaged", file).advice("exchangefile.advice.again"), technical);
    }

    Problem truncated(String technical) {
        return end(
                Problem.of("AGE-04", "exchangefile.ageTruncated", file).advice("exchangefile.advice.again"), technical);
    }

    Problem notAge(String technical) {
        return end(Problem.of("AGE-05", "exchangefile.notAge", file).advice("exchangefile.advice.newer"), technical);
    }

    Problem work(String technical) {
        return end(Problem.of("AGE-06", "exchangefile.work", file).advice("exchangefile.advice.newer"), technical);
    }

    Problem needsPassphrase() {
        return end(
                Problem.of("AGE-08", "exchangefile.needsPassphrase", file).advice("exchangefile.advice.askPassphrase"),
                "opens with a passphrase only");
    }

    /** A recipient that is none; not about a file, hence not of this object. */
    static Problem noRecipient(String text) {
        String shown = text.length() > 100 ? text.substring(0, 100) : text;
        return end(
                Problem.of("AGE-07", "exchangefile.recipient", shown).advice("exchangefile.advice.recipientKey"),
                "not an age recipient");
    }

    private static Problem end(Problem.Builder problem, String technical) {
        return problem.kept("problem.kept.nothingChanged").technical(technical).build();
    }
}
