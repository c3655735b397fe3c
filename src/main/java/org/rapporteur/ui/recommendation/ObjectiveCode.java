package org.rapporteur.ui.recommendation;

import java.util.Comparator;

/** Codes of objectives in the order in which people count: 6 before 14, 10.7 after 10. */
final class ObjectiveCode {
    static final Comparator<String> ORDER =
            Comparator.comparingDouble(ObjectiveCode::number).thenComparing(Comparator.naturalOrder());

    private ObjectiveCode() {}

    private static double number(String code) {
        String digits = code.replaceAll("^[^0-9]*", "").replaceAll("^(\\d{1,6}(?:\\.\\d{1,6})?).*$", "$1");
        try {
            return digits.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(digits);
        } catch (NumberFormatException notANumber) {
            return Double.MAX_VALUE;
        }
    }
}
