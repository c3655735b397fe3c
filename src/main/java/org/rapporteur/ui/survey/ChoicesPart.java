package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.record.PartsList;
import org.rapporteur.ui.kit.record.RecordPart;

/** The choices of a closed question: typed one after the other, reordered and renamed in place; hidden for others. */
final class ChoicesPart extends VBox implements RecordPart {
    private static final Set<String> WITH_CHOICES = Set.of("single", "multiple", "scale", "yes_no", "use");

    private final SurveyParts parts;
    private final PartsList list;
    private final PartsList uses;
    private final Label help = new Label();
    private UUID question;

    ChoicesPart(SurveyParts parts) {
        super(8);
        this.parts = parts;
        getStyleClass().add("choices-part");
        Label title = new Label();
        title.textProperty().bind(parts.i18n().text("survey.section.choices"));
        title.getStyleClass().add("field-label");
        list = new PartsList(parts.recordKit(), SurveyKinds.CHOICE)
                .noAdder()
                .form(form -> form.fields("code", "label"));
        // What a choice allows is said only where it is asked.
        uses = new PartsList(parts.recordKit(), SurveyKinds.CHOICE)
                .noAdder()
                .details("permission")
                .form(form -> form.fields("code", "label", "permission"));
        TextField add = new TextField();
        add.promptTextProperty().bind(parts.i18n().text("survey.choices.add"));
        Access.name(add, parts.i18n().text("survey.choices.add"));
        add.setDisable(!parts.changes().writable());
        add.setOnAction(e -> {
            if (!add.getText().isBlank() && question != null) {
                add(add.getText().strip());
                add.clear();
            }
        });
        help.getStyleClass().addAll("field-help");
        help.setWrapText(true);
        getChildren().setAll(title, list, uses, add, help);
        typed("");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(UUID record) {
        question = record;
        list.show(record);
        uses.show(record);
    }

    /** Shows the choices for types that have any. */
    void typed(String type) {
        boolean shown = WITH_CHOICES.contains(type);
        setVisible(shown);
        setManaged(shown);
        boolean use = type.equals("use");
        list.setVisible(!use);
        list.setManaged(!use);
        uses.setVisible(use);
        uses.setManaged(use);
        help.textProperty().unbind();
        boolean usual = type.equals("scale") || type.equals("yes_no") || type.equals("use");
        help.setVisible(usual);
        help.setManaged(usual);
        if (usual) {
            help.textProperty().bind(parts.i18n().text("survey.choices." + type));
        }
    }

    private void add(String label) {
        UUID to = question;
        String language = parts.i18n().language().get().code();
        parts.recordKit().edits().run(org.rapporteur.core.change.Label.of("survey.step.choice", label), tx -> {
            List<Row> rows = tx.list(Query.partsOf(SurveyKinds.CHOICE, to));
            Set<String> taken = rows.stream().map(r -> r.text("code")).collect(Collectors.toSet());
            int number = rows.size() + 1;
            while (taken.contains(String.valueOf(number))) {
                number++;
            }
            tx.insert(
                    SurveyKinds.CHOICE,
                    Values.of("question", to)
                            .with("code", String.valueOf(number))
                            .with("label_" + language, label)
                            .with(
                                    "position",
                                    OrderKeys.between(
                                            rows.isEmpty()
                                                    ? null
                                                    : rows.getLast().text("position"),
                                            null)));
        });
    }
}
