package org.rapporteur.ui.kit.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.WeekFields;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;

/** A month to choose a day from, in the language of the window; by mouse or by arrows, Page Up and Down, and Enter. */
final class CalendarPopup {
    private final RecordKit kit;
    private final Consumer<LocalDate> onPick;
    private final LocalDate today;
    private final Popup popup = new Popup();
    private final GridPane grid = new GridPane();
    private final Label title = new Label();
    private final VBox box;
    private LocalDate day;

    private CalendarPopup(RecordKit kit, LocalDate start, Consumer<LocalDate> onPick) {
        this.kit = kit;
        this.onPick = onPick;
        this.today = LocalDate.now(kit.clock());
        this.day = start == null ? today : start;
        BorderPane head = new BorderPane(title);
        head.setLeft(step(Material2OutlinedAL.CHEVRON_LEFT, "records.calendar.before", -1));
        head.setRight(step(Material2OutlinedAL.CHEVRON_RIGHT, "records.calendar.after", 1));
        title.getStyleClass().add("h3");
        grid.setHgap(2);
        grid.setVgap(2);
        box = new VBox(8, head, grid);
        box.getStyleClass().addAll("calendar-popup", "type");
        box.getStylesheets().add(RecordStyles.sheet());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    static void show(Node owner, RecordKit kit, LocalDate start, Consumer<LocalDate> onPick) {
        CalendarPopup calendar = new CalendarPopup(kit, start, onPick);
        calendar.box.setNodeOrientation(owner.getEffectiveNodeOrientation());
        calendar.fill();
        Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
        calendar.popup.show(owner, bounds.getMinX(), bounds.getMaxY() + 4);
        calendar.focusDay();
    }

    private Button step(Ikon icon, String key, int months) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, kit.i18n().text(key));
        button.setFocusTraversable(false);
        button.setOnAction(event -> move(day.plusMonths(months)));
        return button;
    }

    private void move(LocalDate to) {
        day = to;
        fill();
        focusDay();
    }

    private void fill() {
        grid.getChildren().clear();
        title.setText(kit.kit().formats().month(YearMonth.from(day)));
        DayOfWeek first = WeekFields.of(kit.i18n().language().get().locale()).getFirstDayOfWeek();
        for (int i = 0; i < 7; i++) {
            DayOfWeek weekday = first.plus(i);
            Label label = new Label(weekday.getDisplayName(
                    java.time.format.TextStyle.NARROW_STANDALONE,
                    kit.kit().formats().locale()));
            label.getStyleClass().addAll("muted", "small");
            GridPane.setHalignment(label, HPos.CENTER);
            grid.add(label, i, 0);
        }
        LocalDate cell = day.withDayOfMonth(1);
        cell = cell.minusDays(Math.floorMod(cell.getDayOfWeek().getValue() - first.getValue(), 7));
        for (int i = 0; i < 42; i++) {
            grid.add(day(cell), i % 7, 1 + i / 7);
            cell = cell.plusDays(1);
        }
    }

    private Button day(LocalDate date) {
        Button button = new Button(kit.kit().formats().number(date.getDayOfMonth()));
        button.getStyleClass().addAll("flat", "calendar-day");
        button.setAlignment(Pos.CENTER);
        button.setAccessibleText(kit.kit().formats().weekdayAndDate(date));
        if (date.getMonth() != day.getMonth()) {
            button.getStyleClass().add("other-month");
        }
        if (date.equals(today)) {
            button.getStyleClass().add("today");
        }
        if (date.equals(day)) {
            button.getStyleClass().add("chosen");
            button.setId("calendar-chosen");
        }
        button.setOnAction(event -> {
            popup.hide();
            onPick.accept(date);
        });
        return button;
    }

    private void focusDay() {
        Node chosen = grid.lookup("#calendar-chosen");
        if (chosen != null) {
            chosen.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        boolean mirrored = box.getNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        LocalDate to =
                switch (event.getCode()) {
                    case LEFT -> day.plusDays(mirrored ? 1 : -1);
                    case RIGHT -> day.plusDays(mirrored ? -1 : 1);
                    case UP -> day.minusWeeks(1);
                    case DOWN -> day.plusWeeks(1);
                    case PAGE_UP -> event.isShiftDown() ? day.minusYears(1) : day.minusMonths(1);
                    case PAGE_DOWN -> event.isShiftDown() ? day.plusYears(1) : day.plusMonths(1);
                    case HOME -> today;
                    default -> null;
                };
        if (to != null) {
            event.consume();
            move(to);
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            popup.hide();
            onPick.accept(day);
        }
    }
}
