package org.rapporteur.launch.sample;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Short names of States and areas: without the article that UN lists put behind them, and found again by any usual form. */
final class CountryNames {
    /** The articles that the lists set in brackets; what else stands in brackets belongs to the name. */
    private static final Pattern ARTICLE = Pattern.compile("\\s*\\((the|le|la|les|l['’]|el|los|las)\\)$");

    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^)]*\\)");

    /** Forms that pages of consultation mechanisms use and the UN list does not. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("dr congo", "CD"),
            Map.entry("congo", "CG"),
            Map.entry("fs micronesia", "FM"),
            Map.entry("moldova", "MD"),
            Map.entry("palestine", "PS"),
            Map.entry("syria", "SY"),
            Map.entry("tanzania", "TZ"),
            Map.entry("united states", "US"),
            Map.entry("st lucia", "LC"),
            Map.entry("st kitts and nevis", "KN"),
            Map.entry("st martin", "MF"),
            Map.entry("st vincent and the grenadines", "VC"),
            Map.entry("turks and caicos", "TC"),
            Map.entry("wallis and futuna", "WF"),
            Map.entry("netherlands", "NL"),
            Map.entry("russia", "RU"),
            Map.entry("turkey", "TR"),
            Map.entry("laos", "LA"),
            Map.entry("iran", "IR"));

    private final Map<String, String> codes = new HashMap<>(ALIASES);

    CountryNames(List<Map<String, String>> countries) {
        for (Map<String, String> row : countries) {
            String name = row.get("short_en");
            codes.putIfAbsent(key(plain(name)), row.get("iso2"));
            codes.putIfAbsent(key(QUALIFIER.matcher(name).replaceAll("")), row.get("iso2"));
        }
    }

    /** The ISO 3166 code of a name in English; empty if it is no State or area of the list. */
    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(key(name)));
    }

    /** The name as it is printed and sorted: "Gambia (the)" is Gambia, "Bolivia (Plurinational State of)" stays. */
    static String plain(String name) {
        return ARTICLE.matcher(name.strip()).replaceFirst("");
    }

    private static String key(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.replace('’', '\'').replace('-', ' ').strip().toLowerCase(Locale.ROOT);
    }
}
