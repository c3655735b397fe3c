package org.rapporteur.launch;

import javafx.application.Application;

/** Entry point of the program. */
public final class Main {
    private Main() {}

    /** Opens the window, or does what the command line says. */
    public static void main(String[] args) {
        Logs.quiet();
        Application.launch(App.class, args);
    }
}
