package org.rapporteur.ui.kit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Who took a step in one language is read in another; the kinds and fields are found from the model. */
@ExtendWith(ApplicationExtension.class)
class HistoryWordsTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern KEY = Pattern.compile("\\b[a-z_]{2,}(?:\\.[a-zA-Z_]{2,})+\\b|\\p{Cc}|\\{\\d");

    @TempDir
    Path folder;

    private TestKit kit;
    private StackPane shown;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        shown = new StackPane();
        stage.setScene(kit.kit().scenes().main(shown, 600, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** A record without a name of its own, with all that it is part of; the outermost first. */
    private static List<Map.Entry<Kind, UUID>> chain(Transaction tx, Kind kind) {
        List<Map.Entry<Kind, UUID>> chain = new ArrayList<>();
        Values values = Values.none();
        kind.parent().ifPresent(parent -> {
            chain.addAll(chain(tx, parent.target().isEmpty() ? PartyKinds.PARTY : Model.kind(parent.target())));
            values.with(parent.name(), chain.getLast().getValue());
        });
        kind.orderField()
                .ifPresent(
                        order -> values.with(order.name(), OrderKeys.spread(1).getFirst()));
        chain.add(Map.entry(kind, tx.insert(kind, values)));
        return chain;
    }

    private static Object value(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "Words";
            case CHOICE -> field.values().getLast();
            case CHOICES -> field.values().getFirst();
            case BOOLEAN -> true;
            case INTEGER -> 7L;
            case DATE -> "2017-10-10";
            default -> null;
        };
    }

    private void language(Language language) {
        Fx.run(() -> kit.messages().language(language));
    }

    private void idle() {
        Fx.await("all written", () -> kit.records().edits().isIdle());
    }

    /** Every way in which lists and forms write, on a record of every kind and on each of its fields. */
    private List<List<Map.Entry<Kind, UUID>>> work() {
        Edits edits = kit.records().edits();
        List<List<Map.Entry<Kind, UUID>>> chains = new ArrayList<>();
        for (Kind kind : Model.kinds()) {
            List<Map.Entry<Kind, UUID>> chain =
                    kit.workspace().changes().write(Label.of("step.sample"), tx -> chain(tx, kind));
            chains.add(chain);
            UUID id = chain.getLast().getValue();
            Row row = kit.workspace().find(kind, id).orElseThrow();
            Fx.run(() -> {
                for (Field field : kind.fields()) {
                    Object value = value(field);
                    if (value != null && !field.is(Field.Trait.INTERNAL)) {
                        edits.set(row, field.columns().getLast(), value, problem -> {});
                    }
                }
                edits.delete(List.of(row));
                edits.delete(List.of(row, row));
                edits.restore(List.of(row));
                if (kind.parent().isEmpty()) {
                    edits.insert(kind, Values.none(), made -> {});
                }
            });
            idle();
        }
        return chains;
    }

    @Test
    void aStepTakenInArabicIsReadInTheLanguageOfTheReader() {
        language(Language.AR);
        work();
        Set<String> keys = new TreeSet<>();
        List<History.Entry> entries = kit.workspace().history().recent(20_000);
        for (Language reader : Language.all()) {
            language(reader);
            for (History.Entry entry : entries) {
                keys.add(entry.label().key());
                String words = kit.messages().text(entry.label().message());
                assertFalse(reader != Language.AR && ARABIC.matcher(words).find(), reader + ": " + words);
                assertFalse(KEY.matcher(words).find(), reader + ": " + words);
            }
        }
        assertTrue(
                keys.containsAll(Set.of("step.edit", "step.delete", "step.restore", "step.add")),
                "ways of writing: " + keys);
    }

    @Test
    void theHistoryOfEveryRecordAndItsPartsIsInWordsInEveryLanguage() {
        List<List<Map.Entry<Kind, UUID>>> chains = work();
        int told = 0;
        for (Language language : Language.all()) {
            language(language);
            for (List<Map.Entry<Kind, UUID>> chain : chains) {
                // Each of the other languages takes its share; the words themselves are checked for all of them
                // elsewhere.
                boolean turn = language == Language.EN
                        || language == Language.AR
                        || chains.indexOf(chain) % 4 == language.ordinal() % 4;
                if (chain.size() < 2 || !turn) {
                    continue;
                }
                Map.Entry<Kind, UUID> whole = chain.getFirst();
                Row row = kit.workspace().find(whole.getKey(), whole.getValue()).orElseThrow();
                HistoryPanel panel = Fx.on(() -> {
                    HistoryPanel made = HistoryPanel.of(kit.records(), row);
                    shown.getChildren().setAll(made);
                    return made;
                });
                Fx.await("entries", () -> !panel.getChildren().isEmpty());
                List<String> words = Fx.on(() -> {
                    List<String> all = new ArrayList<>();
                    collect(panel, all);
                    return all;
                });
                String part =
                        Fx.on(() -> kit.records().words().kind(chain.getLast().getKey()));
                assertTrue(
                        words.stream().anyMatch(one -> one.startsWith(part)),
                        language + ": " + part + " is not named in " + words);
                for (String one : words) {
                    assertFalse(
                            KEY.matcher(one).find(),
                            language + " " + chain.getLast().getKey() + ": " + one);
                    assertTrue(language == Language.AR || !ARABIC.matcher(one).find(), language + ": " + one);
                }
                told++;
            }
        }
        assertTrue(told > 60, "histories looked at: " + told);
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            words.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    @Test
    void daysTimesAndCountsAreWrittenAsTheReaderDoesAndOldStepsAsTheyWere() {
        Label moved = Label.of(
                "meeting.step.moveDay", "GRCP", Label.day(LocalDate.of(2017, 10, 10)), Label.time(LocalTime.of(9, 30)));
        Label stored = Label.of(moved.key(), moved.arguments().toArray(String[]::new));
        kit.messages().language(Language.FR);
        assertTrue(kit.messages().text(stored.message()).contains("10 octobre 2017"));
        kit.messages().language(Language.EN);
        assertTrue(kit.messages().text(stored.message()).contains("10 October 2017"));
        assertEquals(
                "delete 2 meetings",
                kit.messages()
                        .text(Label.of("step.delete", KindWords.words(Model.kind("meeting"), 2))
                                .message()));
        // What programs before wrote in the words of its time, and what others may send that is nothing.
        assertEquals(
                "change الاسم of GRCP",
                kit.messages().text(Label.of("step.edit", "الاسم", "GRCP").message()));
        assertEquals(
                "change 2017-99-99 of 9",
                kit.messages()
                        .text(Label.of("step.edit", "\u001ed2017-99-99", "\u001ex9")
                                .message()));
    }
}
