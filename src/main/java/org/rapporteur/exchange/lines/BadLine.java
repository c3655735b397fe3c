package org.rapporteur.exchange.lines;

import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;

/** A line that is not what was agreed. Its message for the log holds nothing of the content. */
public final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    private BadLine(Message reason, String technical) {
        super(technical);
        this.reason = reason;
    }

    static BadLine json() {
        return new BadLine(Message.of("exchangeservice.line.json"), "not the JSON that was agreed");
    }

    static BadLine member(String name) {
        return new BadLine(Message.of("exchangeservice.line.member", name), "member " + name);
    }

    static BadLine type(String column) {
        return new BadLine(Message.of("exchangeservice.line.type", column), "wrong type in " + column);
    }

    static BadLine name() {
        return new BadLine(Message.of("exchangeservice.line.name"), "not a name");
    }

    static BadLine twice(String name) {
        return new BadLine(Message.of("exchangeservice.line.twice", name), "twice " + name);
    }

    static BadLine tooLong() {
        return new BadLine(Message.of("exchangeservice.line.long"), "too long");
    }

    /** The failure in words for a person, with the place. */
    public Problem in(String file, String entry, long line) {
        return Problem.of("EXC-01", "exchangeservice.line", file, entry, line, reason)
                .kept("problem.kept.nothingChanged")
                .advice("exchangeservice.advice.sendAgain")
                .technical(entry + " line " + line + ": " + getMessage())
                .build();
    }
}
