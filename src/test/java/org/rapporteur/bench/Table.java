package org.rapporteur.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the rows of the benchmark and prints them as one table, each with its baseline and its aim. */
final class Table {
    private static final List<String> ROWS = new ArrayList<>();

    private Table() {}

    static void row(String what, String measured, String baseline, String ratio, String aim) {
        ROWS.add(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s |", what, measured, baseline, ratio, aim));
    }

    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    static String ratio(double a, double b) {
        return String.format(Locale.ROOT, "%.2f", a / b);
    }

    static void print() {
        StringBuilder out =
                new StringBuilder("\n| what | measured | baseline | ratio | aim |\n|---|---|---|---|---|\n");
        ROWS.forEach(row -> out.append(row).append('\n'));
        System.out.println(out);
    }
}
