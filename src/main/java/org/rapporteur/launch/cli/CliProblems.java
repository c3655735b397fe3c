package org.rapporteur.launch.cli;

import org.rapporteur.core.problem.Problem;

/** Refusals of the command line that are no wrong usage: what was asked for is not there or must not be overwritten. */
final class CliProblems {
    private CliProblems() {}

    static Problem noRecord(String id) {
        return refused("CLI-01", "cli.noRecord", id);
    }

    static Problem noSurvey(String wanted, String known) {
        return refused("CLI-02", known.isEmpty() ? "cli.noSurveys" : "cli.noSurvey", wanted, known);
    }

    static Problem noMeeting(String wanted, String known) {
        return refused("CLI-03", known.isEmpty() ? "cli.noMeetings" : "cli.noMeeting", wanted, known);
    }

    static Problem noQuestion(String wanted, String known) {
        return refused("CLI-04", "cli.noQuestion", wanted, known);
    }

    static Problem noRespondent(String wanted, String known) {
        return refused("CLI-08", "cli.noRespondent", wanted, known);
    }

    static Problem noFile(String file) {
        return refused("CLI-05", "cli.noFile", file);
    }

    static Problem notOurFolder(String folder) {
        return refused("CLI-06", "cli.notOurFolder", folder);
    }

    static Problem nothingToExport(String kind) {
        return refused("CLI-07", "cli.nothingToExport", kind);
    }

    static Problem noColleague(String wanted, String known) {
        return refused("CLI-09", known.isEmpty() ? "cli.noColleagues" : "cli.noColleague", wanted, known);
    }

    static Problem nothingToDecide(String record) {
        return refused("CLI-10", "cli.nothingToDecide", record);
    }

    static Problem noPackage(String id) {
        return refused("CLI-11", "cli.noPackage", id);
    }

    static Problem otherFingerprint(String name) {
        return refused("CLI-12", "cli.otherFingerprint", name);
    }

    private static Problem refused(String code, String key, Object... args) {
        return Problem.of(code, key, args)
                .kept("problem.kept.nothingChanged")
                .technical(key)
                .build();
    }
}
