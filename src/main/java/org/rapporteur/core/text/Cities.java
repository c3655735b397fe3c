package org.rapporteur.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Larger cities with their country and time zone, read once from a list that goes with the program. */
final class Cities {
    private static final int LONGEST_NAME = 5;

    private record City(String region, String zone) {}

    private static final class Loaded {
        private static final Map<String, List<City>> BY_NAME = read();
    }

    private Cities() {}

    private static Map<String, List<City>> read() {
        Map<String, List<City>> cities = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cities.class.getResourceAsStream("cities.tsv")), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t");
                List<City> sameName = cities.computeIfAbsent(MatchKey.of(parts[0]), k -> new ArrayList<>(1));
                sameName.add(new City(parts[1], parts[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("a list of the program itself", e);
        }
        return cities;
    }

    /**
     * Zones of the cities that a text names, that of the largest first.
     *
     * @param regions two-letter codes of the countries that they must lie in; empty for any
     */
    static Set<String> zones(String place, Collection<String> regions) {
        Set<String> zones = new LinkedHashSet<>();
        String[] words = MatchKey.of(place).split(" ");
        for (int from = 0; from < words.length; from++) {
            for (int to = Math.min(words.length, from + LONGEST_NAME); to > from; to--) {
                String name = String.join(" ", Arrays.asList(words).subList(from, to));
                Loaded.BY_NAME.getOrDefault(name, List.of()).stream()
                        .filter(city -> regions.isEmpty() || regions.contains(city.region()))
                        .map(city -> Zones.iana(city.zone()))
                        .forEach(zones::add);
            }
        }
        zones.retainAll(Zones.all());
        return zones;
    }
}
