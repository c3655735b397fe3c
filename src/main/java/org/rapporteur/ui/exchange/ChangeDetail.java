package org.rapporteur.ui.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** One record of a preview: what happens to it, who did it and when, texts compared by words. */
final class ChangeDetail {
    private ChangeDetail() {}

    static List<Node> of(ExchangeParts parts, ChangeItem item) {
        I18n i18n = parts.i18n();
        List<Node> nodes = new ArrayList<>();
        Label title = wrapped(item.title());
        title.getStyleClass().add("h3");
        RecordChange change = item.change();
        Label by = wrapped(byline(i18n, change));
        by.getStyleClass().addAll("muted", "small");
        VBox head = new VBox(2, title);
        if (!by.getText().isEmpty()) {
            head.getChildren().add(by);
        }
        nodes.add(head);
        for (ChangePhrase phrase : item.phrases()) {
            Label words = wrapped(phrase.sentence());
            if (phrase.doubt()) {
                words.setGraphic(Icons.of(Material2OutlinedMZ.MERGE_TYPE, 16));
            }
            VBox box = new VBox(6, words);
            if (phrase.compared()) {
                words.getStyleClass().add("strong");
                WordMarks marks = WordMarks.change(i18n, phrase.before(), phrase.after(), phrase.rightToLeft());
                marks.getStyleClass().add("marks-box");
                box.getChildren().add(marks);
            }
            nodes.add(box);
        }
        item.whole().forEach(filled -> nodes.add(FilledLine.of(i18n, filled)));
        return nodes;
    }

    private static String byline(I18n i18n, RecordChange change) {
        String who = change.author() == null || change.author().isBlank()
                ? i18n.now("exchange.side.somebody")
                : change.author();
        return change.at() == null
                ? change.author() == null ? "" : who
                : i18n.now("exchange.byline", who, i18n.formats().dateTime(change.at(), ZoneId.systemDefault()));
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
