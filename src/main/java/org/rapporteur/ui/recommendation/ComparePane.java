package org.rapporteur.ui.recommendation;

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
        compare();
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
        comparing.request(progress -> {
            List<WordDiff.Piece> pieces = WordDiff.diff(from.text("body", code), to.text("body", code));
            return new Compared(pieces, words(pieces, WordDiff.Kind.ADDED), words(pieces, WordDiff.Kind.REMOVED), rtl);
        });
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
