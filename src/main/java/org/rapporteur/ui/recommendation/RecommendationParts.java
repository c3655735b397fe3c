package org.rapporteur.ui.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.recommendation.ChainReader;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** What the screens of recommendations work with. */
record RecommendationParts(
        Kit kit, Navigator navigator, RecordKit recordKit, ChainReader chain, RecommendationDrafter drafter) {
    static final String AREA = "recommendations";
    private static final int LONGEST_NAME = 90;

    I18n i18n() {
        return kit.i18n();
    }

    String language() {
        return i18n().language().get().code();
    }

    LocalDate today() {
        return LocalDate.now(recordKit.clock());
    }

    boolean writable() {
        return recordKit.writable();
    }

    /** What to call a recommendation: its heading, else how its wording begins, else that it has none. */
    String heading(Row recommendation, Row wording) {
        String heading = recommendation.textOr("heading", language());
        if (!heading.isBlank()) {
            return heading;
        }
        String text = wording == null ? "" : wording.textOr("body", language());
        if (!text.isBlank()) {
            return PlainText.shorten(PlainText.line(text), LONGEST_NAME);
        }
        return i18n().now(
                        recommendation.text("status").equals("not_in_source")
                                ? "recommendation.notinsource"
                                : "recommendation.untitled");
    }

    /** Number and heading in one line, for steps and breadcrumbs. */
    String name(Row recommendation, Row wording) {
        String number = recommendation.text("number").strip();
        String heading = PlainText.shorten(heading(recommendation, wording), 60);
        return number.isEmpty() ? heading : i18n().now("recommendation.name", number, heading);
    }

    Label step(String key, Row recommendation) {
        String number = recommendation.text("number").strip();
        String heading = recommendation.textOr("heading", language());
        String name = number.isEmpty()
                ? heading.isBlank() ? KindWords.word(recommendation.kind()) : PlainText.shorten(heading, 40)
                : Label.word("recommendation.short", number);
        return Label.of(key, name);
    }

    Place place(UUID recommendation, String name) {
        return Place.of(AREA).then(recommendation.toString(), name);
    }

    /** What the version after these is called. */
    String nextLabel(List<Row> versions) {
        List<String> zero = Language.all().stream()
                .flatMap(l -> java.util.stream.Stream.of(
                        i18n().messages().text(l, "recommendation.version.zero"),
                        i18n().messages().text(l, "analysis.draft.version")))
                .toList();
        Message message =
                Wordings.nextLabel(versions.stream().map(v -> v.text("label")).toList(), zero);
        return i18n().now(message);
    }

    static Tone tone(String status) {
        return switch (status) {
            case "adopted" -> Tone.SUCCESS;
            case "in_negotiation" -> Tone.INFO;
            default -> Tone.NEUTRAL;
        };
    }

    static Tone progressTone(String status) {
        return switch (status) {
            case "achieved" -> Tone.SUCCESS;
            case "under_way" -> Tone.INFO;
            case "blocked" -> Tone.DANGER;
            case "dropped" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
