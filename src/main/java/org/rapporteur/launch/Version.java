package org.rapporteur.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the program, written by the build. */
final class Version {
    private Version() {}

    /** The version such as {@code 0.1.0-SNAPSHOT}. */
    static String current() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "?");
        } catch (IOException e) {
            return "?";
        }
    }
}
