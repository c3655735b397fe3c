package org.rapporteur.core.problem;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure that a person may see. It says what happened ({@link #what()}), what was kept ({@link #kept()}) and what
 * to do ({@link #advice()}), each as a key and arguments for the reader's language; carries a short stable code; and
 * has a technical message for the log, which must hold no personal data. Throw it where the failure is understood,
 * log it once where it is caught.
 *
 * <pre>{@code
 * throw Problem.of("STO-04", "storage.newer", file, version)
 *         .kept("problem.kept.nothingChanged")
 *         .advice("problem.advice.update")
 *         .technical("schema " + found + " is newer than " + known)
 *         .build();
 * }</pre>
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,5}-[0-9A-Z]{2,5}");
    // No I, L, O, U, 0, 1: they are confused when a code is read aloud.
    private static final String SPOKEN = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final String code;
    private final transient Message what;
    private final transient Message kept;
    private final transient Message advice;

    private Problem(Builder builder) {
        super("[" + builder.code + "] " + builder.technical, builder.cause);
        this.code = builder.code;
        this.what = builder.what;
        this.kept = builder.kept;
        this.advice = builder.advice;
    }

    /**
     * Starts a problem.
     *
     * @param code stable short code: two to five capital letters for the area, a hyphen, two to five digits or
     *     letters; never reused for another failure
     * @param key key of the sentence that says what happened
     * @param args its arguments
     * @throws IllegalArgumentException if the code is not of this form
     */
    public static Builder of(String code, String key, Object... args) {
        return new Builder(code, Message.of(key, args));
    }

    /**
     * The problem in a failure nobody foresaw. A {@code Problem} anywhere among the causes is returned as it is;
     * anything else gets a code made from its class and the place in this program where it arose, so that the same
     * fault has the same code on every machine, whatever the line number.
     */
    public static Problem unexpected(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root != null && depth < 32; depth++) {
            if (root instanceof Problem known) {
                return known;
            }
            if (root.getCause() == null || root.getCause() == root) {
                break;
            }
            root = root.getCause();
        }
        if (root instanceof java.io.IOException io) {
            return IoProblems.of("", io);
        }
        if (root instanceof OutOfMemoryError) {
            return of("SYS-02", "problem.memory")
                    .kept("problem.kept.allSaved")
                    .advice("problem.advice.restart")
                    .technical("out of memory")
                    .cause(failure)
                    .build();
        }
        String where = placeOf(root);
        String code = "UNX-" + spoken((root == null ? "" : root.getClass().getName()) + "@" + where);
        return of(code, "problem.unexpected")
                .kept("problem.kept.allSaved")
                .advice("problem.advice.reportCode", code)
                .technical((root == null ? "no cause" : root.getClass().getSimpleName()) + " at " + where)
                .cause(failure)
                .build();
    }

    private static String placeOf(Throwable failure) {
        if (failure == null) {
            return "";
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.rapporteur.")) {
                return frame.getClassName() + "." + frame.getMethodName();
            }
        }
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "" : frames[0].getClassName() + "." + frames[0].getMethodName();
    }

    private static String spoken(String seed) {
        int hash = seed.hashCode();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            out.append(SPOKEN.charAt(Math.floorMod(hash, SPOKEN.length())));
            hash = hash / SPOKEN.length() + 31 * i;
        }
        return out.toString();
    }

    /** The stable short code, such as {@code STO-04}. */
    public String code() {
        return code;
    }

    /** What happened, in one sentence. */
    public Message what() {
        return what;
    }

    /** What was kept or left unchanged, if there is something to say. */
    public Optional<Message> kept() {
        return Optional.ofNullable(kept);
    }

    /** What the person can do next, if there is something to say. */
    public Optional<Message> advice() {
        return Optional.ofNullable(advice);
    }

    /** Collects the parts of a problem. */
    public static final class Builder {
        private final String code;
        private final Message what;
        private Message kept;
        private Message advice;
        private String technical;
        private Throwable cause;

        private Builder(String code, Message what) {
            if (!CODE.matcher(Objects.requireNonNull(code, "code")).matches()) {
                throw new IllegalArgumentException("not a problem code: " + code);
            }
            this.code = code;
            this.what = what;
            this.technical = what.key();
        }

        /** Says what was kept or left unchanged. */
        public Builder kept(String key, Object... args) {
            this.kept = Message.of(key, args);
            return this;
        }

        /** Says what to do next. */
        public Builder advice(String key, Object... args) {
            this.advice = Message.of(key, args);
            return this;
        }

        /** The message for the log, in English; no personal data and no content of a workspace. */
        public Builder technical(String message) {
            this.technical = Objects.requireNonNull(message, "message");
            return this;
        }

        /** The failure underneath. */
        public Builder cause(Throwable failure) {
            this.cause = failure;
            return this;
        }

        /** The finished problem, to be thrown or handed on. */
        public Problem build() {
            return new Problem(this);
        }
    }
}
