package org.rapporteur.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the system wants a program to keep its settings. */
public final class ConfigFolder {
    /** System property that names another folder; tests and portable installations use it. */
    public static final String PROPERTY = "rapporteur.config";

    private ConfigFolder() {}

    /** The folder on this machine. It need not exist yet. */
    public static Path find() {
        return find(System::getProperty, System.getenv());
    }

    /** The folder that these properties and this environment lead to. */
    static Path find(UnaryOperator<String> property, Map<String, String> environment) {
        String given = property.apply(PROPERTY);
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        Path home = Path.of(property.apply("user.home"));
        String system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null || roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming))
                    .resolve("Rapporteur");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Rapporteur");
        }
        String xdg = environment.get("XDG_CONFIG_HOME");
        // The XDG specification says to ignore relative paths.
        boolean usable = xdg != null && !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".config")).resolve("rapporteur");
    }
}
