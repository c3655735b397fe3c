package org.rapporteur.launch.cli;

import org.rapporteur.core.problem.Problem;

/** Refusals of the command line that are no wrong usage: what was asked for is not there or must not be overwritten. */
final class CliProblems {
    private CliProblems() {}

    static Problem noRecord(String id) {
        return refused("CLI-01", "cli.noRecord", id);
    }

    static Problem noSurvey(String wanted, String known) {
        return refused(
                "CLI-02", missing(wanted, known, "cli.noSurveys", "cli.whichSurvey", "cli.noSurvey"), wanted, known);
    }

    static Problem noMeeting(String wanted, String known) {
        return refused(
                "CLI-03", missing(wanted, known, "cli.noMeetings", "cli.whichMeeting", "cli.noMeeting"), wanted, known);
    }

    /** Nothing of the sort is there; several are and none was named; or the name means none or several. */
    private static String missing(String wanted, String known, String none, String several, String notOne) {
        return known.isEmpty() ? none : wanted.isEmpty() ? several : notOne;
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
