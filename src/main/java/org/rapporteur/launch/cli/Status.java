package org.rapporteur.launch.cli;

/** The exit status, which scripts rely on. */
public final class Status {
    /** Done. */
    public static final int DONE = 0;

    /** Done, but some input was refused or needs a person; a report says what and where. */
    public static final int INCOMPLETE = 1;

    /** The command line was wrong, or asks for something that the program cannot do. */
    public static final int USAGE = 2;

    /** Refused, and nothing was changed. */
    public static final int REFUSED = 3;

    private Status() {}
}
