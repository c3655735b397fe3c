package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.copy.MeetingCopy;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** Beside the list: what a clone of a meeting is called, when it begins, and what it takes over. */
final class ClonePanel extends VBox {
    private final MeetingParts parts;
    private final I18n i18n;
    private final UUID meeting;
    private final TextField name = new TextField();
    private final DatePicker firstDay = new DatePicker();
    private final CheckBox agenda;
    private final CheckBox delegations;
    private final CheckBox survey;

    /**
     * @param row the meeting to clone
     * @param done is given the key and the name of the clone
     */
    ClonePanel(MeetingParts parts, Row row, BiConsumer<UUID, String> done) {
        super(8);
        this.parts = parts;
        this.i18n = parts.i18n();
        this.meeting = row.id();
        Language language = i18n.language().get();
        name.setId("clone-name");
        name.setText(row.textOr("name", language.code()));
        firstDay.setId("clone-first-day");
        firstDay.setMaxWidth(Double.MAX_VALUE);
        firstDay.setEditable(false);
        firstDay.setConverter(new DayConverter());
        Meeting.of(row).first().ifPresent(first -> firstDay.setValue(first.plusYears(1)));
        agenda = box("clone-agenda", "meeting.clone.agenda", true);
        delegations = box("clone-delegations", "meeting.clone.delegations", true);
        survey = box("clone-survey", "meeting.clone.survey", false);
        Label help = new Label();
        help.textProperty().bind(i18n.text("meeting.clone.help"));
        help.setWrapText(true);
        help.getStyleClass().add("field-help");
        Button make = new Button();
        make.setId("clone-make");
        make.textProperty().bind(i18n.text("meeting.command.clone"));
        make.setGraphic(Icons.of(Material2OutlinedAL.CONTENT_COPY));
        make.getStyleClass().add("accent");
        make.setOnAction(event -> {
            make.setDisable(true);
            make(language, done);
        });
        getChildren()
                .addAll(
                        label("meeting.clone.name", name),
                        name,
                        label("meeting.clone.first", firstDay),
                        firstDay,
                        agenda,
                        delegations,
                        survey,
                        help,
                        make);
    }

    private Label label(String key, javafx.scene.Node of) {
        Label label = new Label();
        label.textProperty().bind(i18n.text(key));
        label.getStyleClass().add("field-label");
        return Access.label(label, of);
    }

    private CheckBox box(String id, String key, boolean selected) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.textProperty().bind(i18n.text(key));
        box.setSelected(selected);
        return box;
    }

    private void make(Language language, BiConsumer<UUID, String> done) {
        String title = name.getText() == null ? "" : name.getText().strip();
        LocalDate day = firstDay.getValue();
        MeetingCopy.Parts wanted =
                new MeetingCopy.Parts(agenda.isSelected(), delegations.isSelected(), survey.isSelected());
        MeetingCopy copy = new MeetingCopy(parts.changes());
        parts.kit()
                .tasks()
                .read(progress -> copy.make(new AgendaWords(i18n).added(title), meeting, day, language, title, wanted))
                .then(made -> done.accept(made, title))
                .start();
    }

    /** The day as the language writes it; it is chosen, not typed. */
    private final class DayConverter extends StringConverter<LocalDate> {
        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : i18n.formats().date(day);
        }

        @Override
        public LocalDate fromString(String text) {
            return firstDay.getValue();
        }
    }
}
