package org.rapporteur.launch;

/** Entry point of the program; becomes the command line and the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Rapporteur");
    }
}
