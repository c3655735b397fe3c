package org.rapporteur.forms.table;

import org.rapporteur.core.problem.Problem;

/** Why a whole file is refused. Codes TAB-01 to TAB-16 are stable. */
final class TableProblems {
    private static final long MEBIBYTE = 1L << 20;

    private TableProblems() {}

    static Problem empty(String file) {
        return refuse("TAB-01", "table.empty", "table.advice.chooseOther", file).build();
    }

    static Problem tooBig(String file, long most) {
        return refuse("TAB-02", "table.tooBig", "table.advice.split", file, most / MEBIBYTE)
                .build();
    }

    /** A file that is something else; the kind names the message. */
    static Problem otherKind(String file, String kind) {
        return refuse("TAB-03", "table.kind." + kind, "table.advice.saveAs", file)
                .technical("file is " + kind)
                .build();
    }

    static Problem encrypted(String file) {
        return refuse("TAB-04", "table.encrypted", "table.advice.removePassword", file)
                .build();
    }

    static Problem damaged(String file, Throwable cause) {
        return refuse("TAB-05", "table.damaged", "table.advice.openAndSave", file)
                .technical(
                        "unreadable: " + (cause == null ? "" : cause.getClass().getSimpleName()))
                .cause(cause)
                .build();
    }

    static Problem bomb(String file) {
        return refuse("TAB-06", "table.bomb", "table.advice.askSender", file).build();
    }

    static Problem noSheet(String file, String sheet) {
        return refuse("TAB-07", "table.noSheet", "table.advice.chooseSheet", file, sheet)
                .build();
    }

    static Problem noHeader(String file) {
        return refuse("TAB-08", "table.noHeader", "table.advice.chooseOther", file)
                .build();
    }

    static Problem brokenHeader(String file) {
        return refuse("TAB-09", "table.brokenHeader", "table.advice.delimiter", file)
                .build();
    }

    static Problem tooManyRows(String file, long most) {
        return refuse("TAB-10", "table.tooManyRows", "table.advice.split", file, most)
                .build();
    }

    static Problem tooBroken(String file, int broken) {
        return refuse("TAB-12", "table.tooBroken", "table.advice.delimiter", file, broken)
                .build();
    }

    /** A guess that is too unsure to take anything in by. */
    static Problem encodingUnclear(String file, TableInfo.Encoding encoding) {
        String best = encoding.charset().name();
        String others = String.join(
                ", ",
                encoding.others().stream()
                        .limit(4)
                        .map(java.nio.charset.Charset::name)
                        .toList());
        return Problem.of("TAB-16", "table.encoding.unclear", file, best, encoding.confidence(), others)
                .kept("problem.kept.nothingChanged")
                .advice("table.advice.encoding", best)
                .build();
    }

    private static Problem.Builder refuse(String code, String key, String advice, Object... args) {
        return Problem.of(code, key, args).kept("problem.kept.nothingChanged").advice(advice);
    }
}
