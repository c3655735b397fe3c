package org.rapporteur.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.Sent;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExchangeAreaTest {
    private static final int MANY = 40;

    @TempDir
    Path folder;

    private TestKit kit;
    private TwoOfficers two;
    private ExchangeArea area;
    private ExchangeView view;
    private List<UUID> sessions;
    private Navigator navigator;

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        sessions = TwoOfficers.sessions(kit.workspace(), MANY);
        Exchange exchange = TwoOfficers.exchange(kit.workspace(), folder.resolve("keys-mine"), "A. Officer", 76);
        two = new TwoOfficers(folder, kit.workspace(), exchange);
        navigator = new Navigator();
        area = new ExchangeArea(
                kit.kit(), navigator, kit.records(), exchange, FolderWatch.NONE, (delay, task) -> () -> {});
        view = (ExchangeView) area.view();
        area.commands().forEach(command -> kit.kit().commands().add("exchange", command));
        kit.kit().commands().activate("exchange");
        navigator.current().addListener((o, was, is) -> area.open(is));
        stage.setScene(kit.kit().scenes().main(view, 960, 760));
        stage.show();
    }

    @AfterEach
    void close() {
        kit.close();
        two.close();
    }

    private void go(FxRobot robot, String tab) {
        robot.interact(() -> navigator.open(Place.of("exchange").thenKey(tab, "exchange.tab." + tab)));
    }

    private Row session(int index) {
        return kit.workspace().find(MeetingKinds.SESSION, sessions.get(index)).orElseThrow();
    }

    @Test
    void fortyAreDecidedByKeyboardAlone(FxRobot robot) {
        for (int i = 0; i < MANY; i++) {
            two.both(MeetingKinds.SESSION, sessions.get(i), "title_en", "Hers " + i, "Ours " + i);
        }
        two.exchanged();
        assertEquals(MANY, kit.workspace().conflicts().count());
        go(robot, "conflicts");
        Fx.await("the first side", () -> view.lookup(".conflict-point:current .side-card") != null);
        ListView<?> list = Fx.query(robot, "#conflict-list");
        Fx.await("the keyboard in the list", list::isFocused);
        for (int i = 0; i < MANY; i++) {
            long left = MANY - i;
            Fx.await(
                    "decision " + i,
                    () -> kit.workspace().conflicts().count() == left
                            && view.lookup(".conflict-point:current .side-card") != null);
            robot.type(
                    i % 4 == 0
                            ? KeyCode.DIGIT1
                            : i % 4 == 1 ? KeyCode.DIGIT2 : i % 4 == 2 ? KeyCode.B : KeyCode.NUMPAD2);
            Fx.await("it is made", () -> view.lookup(".next-record") != null);
            robot.type(i % 2 == 0 ? KeyCode.N : KeyCode.ENTER);
        }
        assertEquals(0, kit.workspace().conflicts().count());
        List<String> titles = List.of(
                session(0).text("title_en"),
                session(1).text("title_en"),
                session(2).text("title_en"),
                session(3).text("title_en"));
        assertTrue(titles.contains("Ours 0"), titles.toString());
        assertTrue(titles.contains("Hers 1"), titles.toString());
        assertTrue(titles.contains("Ours 2 / Hers 2"), titles.toString());
        assertTrue(titles.contains("Hers 3"), titles.toString());
        Fx.await("nothing waits", () -> area.waiting().get() == 0);
    }

    @Test
    void anUndoneDecisionWaitsAgain(FxRobot robot) {
        two.both(MeetingKinds.SESSION, sessions.getFirst(), "starts_at", "14:00", "11:30");
        two.exchanged();
        go(robot, "conflicts");
        Fx.await("the sides", () -> view.lookup(".conflict-point:current .side-card") != null);
        robot.type(KeyCode.DIGIT2);
        Fx.await("the decision", () -> view.lookup(".next-record") != null);
        assertEquals("14:00", session(0).text("starts_at"));
        kit.workspace().undo().undo();
        Fx.await("the sides again", () -> view.lookup(".conflict-point:current .side-card") != null);
        assertEquals(1, kit.workspace().conflicts().count());
        assertEquals("11:30", session(0).text("starts_at"));
    }

    @Test
    void ownWordsDecideToo(FxRobot robot) {
        two.both(MeetingKinds.SESSION, sessions.getFirst(), "description_en", "Her words", "Our words");
        two.exchanged();
        go(robot, "conflicts");
        Fx.await("the sides", () -> view.lookup(".conflict-point:current .side-card") != null);
        robot.type(KeyCode.E);
        Node area = Fx.query(robot, "#conflict-wording");
        Fx.await("the keyboard in the text", area::isFocused);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("Words of both 12");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        Fx.await("the decision", () -> kit.workspace().conflicts().count() == 0);
        assertEquals("Words of both 12", session(0).text("description_en"));
    }

    @Test
    void aDroppedFileIsShownBeforeItIsApplied(FxRobot robot) {
        two.theirs().changes().run(Label.of("step.edit", "x", "y"), tx -> {
            tx.set(MeetingKinds.SESSION, sessions.get(4), "starts_at", "16:00");
            tx.delete(MeetingKinds.SESSION, sessions.get(5));
        });
        Path file = two.comes();
        drop(robot, file);
        Fx.awaitWords(robot, "Moved to 16:00");
        assertEquals("09:00", session(4).text("starts_at"));
        assertFalse(session(5).deleted());
        Fx.await(
                "what it does",
                () -> ((javafx.scene.control.Label) view.lookup("#preview-effects"))
                        .getText()
                        .startsWith("It brings: 1 changed, 1 deleted"));
        Fx.click(robot, "#preview-apply");
        Fx.await("the packages", () -> "packages".equals(view.shown().get()));
        assertEquals("16:00", session(4).text("starts_at"));
        assertTrue(session(5).deleted());
        Fx.click(robot, "#take-back");
        Fx.await("the old time", () -> session(4).text("starts_at").equals("09:00"));
        assertFalse(session(5).deleted());
    }

    @Test
    void whatIsNotAPackageIsRefusedInWords(FxRobot robot) throws Exception {
        Path file = folder.resolve("letter.rcpx");
        java.nio.file.Files.writeString(file, "Dear colleague");
        drop(robot, file);
        Fx.await("the refusal", () -> view.lookup(".problem-what") != null);
        assertEquals(0, kit.problems().size());
        robot.type(KeyCode.ESCAPE);
        Fx.await("the packages", () -> "packages".equals(view.shown().get()));
    }

    private void drop(FxRobot robot, Path file) {
        robot.interact(() -> area.openFile(file));
    }

    @Test
    void aColleagueIsVerifiedByDigits(FxRobot robot) {
        two.exchanged();
        go(robot, "colleagues");
        Fx.click(robot, "#verify");
        Fx.await(
                "the mark",
                () -> kit.workspace().exchange().colleagues().getFirst().verified());
        assertEquals(
                "Nadia Haddad",
                kit.workspace().exchange().colleagues().getFirst().name());
        assertTrue(Fx.count(robot, ".fingerprint") == 2);
    }

    @Test
    void arabicReadsFromTheRight(FxRobot robot) {
        two.both(MeetingKinds.SESSION, sessions.getFirst(), "title_ar", "جلسة البيانات", "جلسة الأدلة");
        two.both(MeetingKinds.SESSION, sessions.getFirst(), "title_fr", "Données", "Preuves");
        two.exchanged();
        robot.interact(() -> kit.messages().language(Language.AR));
        go(robot, "conflicts");
        Fx.await("both fields", () -> view.lookupAll(".word-marks").size() == 4);
        List<NodeOrientation> read = Fx.on(() -> view.lookupAll(".word-marks").stream()
                .map(Node::getNodeOrientation)
                .toList());
        assertEquals(
                2, read.stream().filter(NodeOrientation.RIGHT_TO_LEFT::equals).count());
        assertEquals(
                NodeOrientation.RIGHT_TO_LEFT,
                Fx.on(() -> view.lookup("#conflict-list").getEffectiveNodeOrientation()));
    }

    @Test
    void aWrongPassphraseIsClearedAndAskedForAgain(FxRobot robot) {
        Path file = two.file();
        two.there()
                .send(
                        new SendRequest(null, true, null, "four words are enough".toCharArray(), List.of(), true),
                        file,
                        Incoming.Progress.NONE);
        drop(robot, file);
        Node asked = Fx.query(robot, "#passphrase");
        Fx.await("the keyboard", asked::isFocused);
        robot.write("something else").type(KeyCode.ENTER);
        Fx.await(
                "the refusal",
                () -> view.lookup(".field-error") != null
                        && view.lookup(".field-error").isVisible()
                        && view.lookup("#passphrase").isFocused());
        assertEquals("", Fx.on(() -> ((PasswordField) view.lookup("#passphrase")).getText()));
        robot.write("four words are enough").type(KeyCode.ENTER);
        Fx.await("the preview", () -> view.lookup("#preview-apply") != null);
        assertEquals(0, kit.problems().size());
    }

    @Test
    void twoDelegationsOfOnePartyBecomeOne(FxRobot robot) {
        UUID[] ids = new UUID[3];
        kit.workspace().changes().run(Label.of("step.sample"), tx -> {
            UUID meeting = session(0).ref("meeting");
            ids[0] = tx.insert(PartyKinds.PARTY, Values.of("category", "state").with("name_en", "Mali"));
            ids[1] = tx.insert(
                    ParticipantKinds.DELEGATION, Values.of("meeting", meeting).with("party", ids[0]));
            ids[2] = tx.insert(
                    ParticipantKinds.DELEGATION,
                    Values.of("meeting", meeting).with("party", ids[0]).with("status", "invited"));
        });
        go(robot, "duplicates");
        Fx.click(robot, "#exchange-duplicates-keepFirst");
        Fx.await("one", () -> kit.workspace().count(Query.of(ParticipantKinds.DELEGATION)) == 1);
        assertEquals(
                "invited",
                kit.workspace()
                        .find(ParticipantKinds.DELEGATION, ids[1])
                        .orElseThrow()
                        .text("status"));
        kit.workspace().undo().undo();
        go(robot, "packages");
        go(robot, "duplicates");
        Fx.click(robot, "#exchange-duplicates-different");
        Fx.await(
                "it is remembered",
                () -> kit.workspace()
                        .exchange()
                        .note("duplicates.apart")
                        .filter(note -> note.contains(ids[1].toString()))
                        .isPresent());
        go(robot, "packages");
        go(robot, "duplicates");
        Fx.awaitWords(robot, "No duplicates found");
        assertEquals(2, kit.workspace().count(Query.of(ParticipantKinds.DELEGATION)));
    }

    @Test
    void aPassphraseIsTypedTwiceAndLongEnough(FxRobot robot) {
        ExchangeParts parts = new ExchangeParts(kit.kit(), navigator, kit.records(), two.there(), null);
        SendViewModel model = Fx.on(() -> new SendViewModel(parts));
        robot.interact(() -> {
            model.protection().set(SendViewModel.Protection.PASSPHRASE);
            model.passphrase().set("short");
        });
        assertEquals("exchange.send.fault.short", Fx.on(() -> model.fault().get()));
        robot.interact(() -> model.passphrase().set("four words are enough"));
        assertEquals("exchange.send.fault.differ", Fx.on(() -> model.fault().get()));
        robot.interact(() -> model.again().set("four words are enough"));
        assertEquals(null, Fx.on(() -> model.fault().get()));
        SendRequest request = Fx.on(model::request);
        assertTrue(request.full());
        assertEquals("four words are enough", new String(request.passphrase()));
        Sent sent = new Sent(UUID.randomUUID(), Path.of("a b+c.rcpx"), 1, 0, 1, true);
        String mail = Fx.on(() -> model.mailto(
                new Colleague(1, "Nadia", "n+x@example.org", null, false, null, List.of(), null, null), sent));
        assertTrue(
                mail.startsWith(
                        "mailto:n%2Bx@example.org?subject=Package%20for%20Rapporteur%3A%20a%20b%2Bc.rcpx&body=Dear%20Nadia%2C%0D%0A"),
                mail);
        assertTrue(mail.contains("passphrase"));
    }
}
