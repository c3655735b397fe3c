package org.rapporteur.core.text;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time zones of the world by their names in the IANA database, with words for them in six languages and proposals
 * from a place. Which zones there are, of which country, and what they are called comes from the CLDR data of ICU; their
 * rules come from Java.
 */
public final class Zones {
    /** The one zone that belongs to no place; taken only by whoever chooses it. */
    public static final String UTC = "Etc/UTC";

    private static final Map<Language, Map<String, String>> COUNTRY_NAMES = new ConcurrentHashMap<>();
    private static final Map<Language, Map<String, Set<String>>> CITY_NAMES = new ConcurrentHashMap<>();
    private static final List<String> ALL = readAll();

    private Zones() {}

    private static List<String> readAll() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        TreeSet<String> all = new TreeSet<>();
        for (String id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String name = iana(id);
            if (known.contains(name)) {
                all.add(name);
            }
        }
        all.add(UTC);
        return List.copyOf(all);
    }

    /** Names of all zones that can be chosen, in the order of the alphabet; {@link #UTC} is one of them. */
    public static List<String> all() {
        return ALL;
    }

    /**
     * The zone of a stored name. Empty for none, for a name that is not one of a place ("CET", "+02:00", "GMT+2": they
     * do not know when a country changes its clocks), and for a name that nobody knows.
     */
    public static Optional<ZoneId> of(String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String text = name.strip();
        if (text.equals("UTC") || text.equals(UTC)) {
            return Optional.of(ZoneId.of(UTC));
        }
        if (text.indexOf('/') < 0 || text.startsWith("Etc/") || text.startsWith("SystemV/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The city a zone is named after, in words: "Zurich", "زيورخ". */
    public static String city(String id, Language language) {
        if (id.equals(UTC)) {
            return "UTC";
        }
        String name = names(language).getExemplarLocationName(TimeZone.getCanonicalID(id));
        return name == null ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : name;
    }

    /** The country of a zone in words; "" for a zone of none. */
    public static String country(String id, Language language) {
        String region = region(id);
        return region.isEmpty() ? "" : ULocale.getDisplayCountry("und_" + region, language.icuLocale());
    }

    /** What its time is called in words at a moment, summer and winter alike: "Central European Time"; "" for no name. */
    public static String time(String id, Language language, Instant at) {
        String canonical = TimeZone.getCanonicalID(id);
        if (canonical == null) {
            return "";
        }
        TimeZoneNames names = names(language);
        String generic = names.getDisplayName(canonical, TimeZoneNames.NameType.LONG_GENERIC, at.toEpochMilli());
        if (generic == null) {
            generic = names.getDisplayName(canonical, TimeZoneNames.NameType.LONG_STANDARD, at.toEpochMilli());
        }
        return generic == null ? "" : generic;
    }

    /** A zone in words: "Zurich, Switzerland"; its name as it is for one that is not known. */
    public static String name(String id, Language language) {
        if (of(id).isEmpty()) {
            return id;
        }
        String city = city(id, language);
        String country = country(id, language);
        return country.isEmpty() || country.equals(city) ? city : city + separator(language) + country;
    }

    private static String separator(Language language) {
        return switch (language) {
            case AR -> "، ";
            case ZH -> "，";
            default -> ", ";
        };
    }

    /** How far a zone is from UTC at a moment: "UTC+02:00", "UTC". */
    public static String offset(ZoneId zone, Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    /**
     * Zones in which a place lies, the most likely first: by the city it names, else by its country, else by the country
     * of the host. Empty if nothing is recognised. A country of several zones gives all of them.
     *
     * @param places names of the place in any language: "Geneva, Switzerland", "جنيف"
     * @param countries two-letter codes of countries that are known otherwise, such as that of the host
     */
    public static List<String> proposed(Collection<String> places, Collection<String> countries) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (String place : places) {
            String text = " " + MatchKey.of(place) + " ";
            if (text.isBlank()) {
                continue;
            }
            for (Language language : Language.values()) {
                countryNames(language).forEach((name, region) -> {
                    if (holds(text, name)) {
                        named.add(region);
                    }
                });
            }
            for (Language language : Language.values()) {
                cityNames(language).forEach((name, ids) -> {
                    if (holds(text, name)) {
                        ids.stream()
                                .filter(id -> named.isEmpty() || named.contains(region(id)))
                                .forEach(found::add);
                    }
                });
            }
            Cities.zones(place, named).forEach(found::add);
        }
        if (!found.isEmpty()) {
            return List.copyOf(found);
        }
        Set<String> regions = named.isEmpty() ? new LinkedHashSet<>(countries) : named;
        for (String region : regions) {
            found.addAll(ofCountry(region));
        }
        return List.copyOf(found);
    }

    /** The zones of a country by its two-letter code. */
    public static List<String> ofCountry(String region) {
        String code = region == null ? "" : region.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}")) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (String id : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null)) {
            String name = iana(id);
            if (ALL.contains(name)) {
                ids.add(name);
            }
        }
        return ids;
    }

    private static boolean holds(String text, String name) {
        if (name.length() < 2) {
            return false;
        }
        // Chinese has no spaces between words.
        boolean ideographs = name.codePoints().anyMatch(Character::isIdeographic);
        return ideographs ? text.contains(name) : text.contains(" " + name + " ");
    }

    private static Map<String, String> countryNames(Language language) {
        return COUNTRY_NAMES.computeIfAbsent(language, wanted -> {
            Map<String, String> names = new LinkedHashMap<>();
            ULocale locale = wanted.icuLocale();
            for (String region : Locale.getISOCountries()) {
                String name = ULocale.getDisplayCountry("und_" + region, locale);
                names.put(MatchKey.of(name), region);
            }
            return names;
        });
    }

    private static Map<String, Set<String>> cityNames(Language language) {
        return CITY_NAMES.computeIfAbsent(language, wanted -> {
            Map<String, Set<String>> names = new LinkedHashMap<>();
            for (String id : ALL) {
                if (!id.equals(UTC)) {
                    names.computeIfAbsent(MatchKey.of(city(id, wanted)), k -> new LinkedHashSet<>())
                            .add(id);
                }
            }
            return names;
        });
    }

    /** The two-letter code of the country of a zone, "" for none. */
    static String region(String id) {
        try {
            String region = TimeZone.getRegion(id);
            return region == null || region.equals("001") ? "" : region;
        } catch (IllegalArgumentException unknown) {
            return "";
        }
    }

    static String iana(String id) {
        String name = TimeZone.getIanaID(id);
        return name == null || name.equals(TimeZone.UNKNOWN_ZONE_ID) ? id : name;
    }

    private static TimeZoneNames names(Language language) {
        return TimeZoneNames.getInstance(language.icuLocale());
    }
}
