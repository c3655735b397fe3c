package org.rapporteur.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.WordDiff;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;

/** Two versions of a recommendation compared by words, in one language. */
final class ComparePane extends VBox {
    private record Compared(List<WordDiff.Piece> pieces, long added, long removed, boolean rightToLeft) {}

    /** From so many characters on, what is the same is shortened. */
    private static final int LONG = 20_000;

    /** So many characters of it stay at either end. */
    private static final int SHOWN = 400;

    private final RecommendationParts parts;
    private final ComboBox<Row> earlier = new ComboBox<>();
    private final ComboBox<Row> later = new ComboBox<>();
    private final HBox languages;
    private final DiffText text;
    private final Label outcome = new Label();
    private final LatestTask<Compared> comparing;
    private Language language;
    private boolean filling;

    ComparePane(RecommendationParts parts) {
        super(8);
        this.parts = parts;
        I18n i18n = parts.i18n();
        this.text = new DiffText(i18n);
        this.comparing = new LatestTask<>(parts.kit().tasks(), this::shown);
        this.language = i18n.language().get();
        getStyleClass().add("compare-pane");
        languages = Choices.row(
                Language.all(),
                l -> new javafx.beans.property.SimpleStringProperty(RecommendationParts.upper(l.code())),
                chosen -> {
                    language = chosen;
                    compare();
                });
        Access.name(languages, i18n.text("recommendation.compare.language"));
        Choices.mark(languages, Language.all().indexOf(language));
        FlowPane bar = new FlowPane(12, 8);
        bar.getChildren()
                .addAll(
                        box("recommendation.compare.from", earlier),
                        box("recommendation.compare.to", later),
                        languages);
        bar.setAlignment(Pos.CENTER_LEFT);
        outcome.getStyleClass().addAll("muted", "small");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(bar, text, outcome);
        earlier.valueProperty().addListener(o -> compare());
        later.valueProperty().addListener(o -> compare());
    }

    private HBox box(String key, ComboBox<Row> combo) {
        Label label = new Label();
        label.textProperty().bind(parts.i18n().text(key));
        label.getStyleClass().add("muted");
        Access.label(label, combo);
        Access.name(combo, parts.i18n().text(key));
        combo.setMaxWidth(170);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(Row row) {
                return row == null ? "" : row.text("label");
            }

            @Override
            public Row fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        });
        HBox box = new HBox(6, label, combo);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Compares in this language. */
    void language(Language worked) {
        language = worked;
        Choices.mark(languages, Language.all().indexOf(language));
    }

    /** Offers these versions; the pair that was chosen stays, at first it is the last two. */
    void versions(List<Row> versions) {
        UUID from = earlier.getValue() == null ? null : earlier.getValue().id();
        UUID to = later.getValue() == null ? null : later.getValue().id();
        filling = true;
        earlier.setItems(FXCollections.observableArrayList(versions));
        later.setItems(FXCollections.observableArrayList(versions));
        int last = versions.size() - 1;
        earlier.setValue(find(versions, from, Math.max(0, last - 1)));
        later.setValue(find(versions, to, last));
        filling = false;
        if (earlier.getValue() != null && later.getValue() != null && !says(language)) {
            Language.all().stream().filter(this::says).findFirst().ifPresent(this::language);
        }
        compare();
    }

    private boolean says(Language in) {
        return !earlier.getValue().text("body", in.code()).isBlank()
                || !later.getValue().text("body", in.code()).isBlank();
    }

    private static Row find(List<Row> versions, UUID id, int otherwise) {
        return versions.stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElse(otherwise < 0 ? null : versions.get(otherwise));
    }

    private void compare() {
        Row from = earlier.getValue();
        Row to = later.getValue();
        if (filling || from == null || to == null) {
            return;
        }
        String code = language.code();
        boolean rtl = language.rtl();
        outcome.setText(parts.i18n().now("recommendation.compare.working"));
        comparing.request(progress -> {
            List<WordDiff.Piece> pieces =
                    WordDiff.diff(from.text("body", code), to.text("body", code), (done, total) -> {
                        progress.check();
                        progress.update(done, total, "");
                    });
            return new Compared(
                    folded(pieces), words(pieces, WordDiff.Kind.ADDED), words(pieces, WordDiff.Kind.REMOVED), rtl);
        });
    }

    /** Long stretches that are the same are left out, and it is said how long they are. */
    private List<WordDiff.Piece> folded(List<WordDiff.Piece> pieces) {
        int all = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        if (all < LONG) {
            return pieces;
        }
        List<WordDiff.Piece> folded = new ArrayList<>();
        for (WordDiff.Piece piece : pieces) {
            String words = piece.text();
            if (piece.kind() == WordDiff.Kind.SAME && words.length() > 4 * SHOWN) {
                int head = space(words, SHOWN);
                int tail = space(words, words.length() - SHOWN);
                WordDiff.Piece left = new WordDiff.Piece(WordDiff.Kind.SAME, words.substring(head, tail));
                folded.add(new WordDiff.Piece(
                        WordDiff.Kind.SAME,
                        words.substring(0, head) + "\n["
                                + parts.i18n()
                                        .now(
                                                "recommendation.compare.unchanged",
                                                words(List.of(left), WordDiff.Kind.SAME))
                                + "]\n" + words.substring(tail)));
            } else {
                folded.add(piece);
            }
        }
        return folded;
    }

    /** A place between two words, at or after a place. */
    private static int space(String text, int from) {
        int at = from;
        while (at < text.length() - 1 && at < from + 80 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static long words(List<WordDiff.Piece> pieces, WordDiff.Kind kind) {
        java.text.BreakIterator words = java.text.BreakIterator.getWordInstance(java.util.Locale.ROOT);
        long count = 0;
        for (WordDiff.Piece piece : pieces) {
            if (piece.kind() == kind) {
                words.setText(piece.text());
                int start = words.first();
                for (int end = words.next(); end != java.text.BreakIterator.DONE; start = end, end = words.next()) {
                    count += piece.text().substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)
                            ? 1
                            : 0;
                }
            }
        }
        return count;
    }

    private void shown(Compared compared) {
        text.show(compared.pieces(), compared.rightToLeft());
        boolean nothing = compared.pieces().isEmpty();
        boolean same = compared.pieces().stream().allMatch(p -> p.kind() == WordDiff.Kind.SAME);
        I18n i18n = parts.i18n();
        outcome.setText(
                nothing
                        ? i18n.now("recommendation.compare.nothing")
                        : same
                                ? i18n.now("recommendation.compare.same")
                                : i18n.now("recommendation.compare.outcome", compared.added(), compared.removed()));
    }
}
