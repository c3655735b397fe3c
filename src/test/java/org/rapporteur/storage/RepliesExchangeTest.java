package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.Replies;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.core.text.Language;

/**
 * Whatever files are taken in on which machine and in which order: one reply of a respondent counts, the same on every
 * machine that has seen the same, in SQL as in core, and nothing is counted twice.
 */
class RepliesExchangeTest {
    private static final Label STEP = Label.of("step.test");
    private static final LocalDate DAY = LocalDate.of(2017, 9, 1);

    @TempDir
    Path folder;

    private final List<Workspace> all = new ArrayList<>();
    private UUID survey;
    private final List<UUID> respondents = new ArrayList<>();
    private UUID words;
    private UUID single;
    private UUID several;

    private void begin(int machines) {
        for (int i = 0; i < machines; i++) {
            all.add(Workspace.create(
                    folder.resolve("w" + i),
                    "W" + i,
                    TestWorkspaces.surroundings(Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC), i + 1L)));
        }
        all.getFirst().changes().run(STEP, tx -> {
            survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Survey"));
            words = question(tx, "Q1", "long_text");
            single = question(tx, "Q2", "single", "a", "b");
            several = question(tx, "Q3", "multiple", "a", "b", "c");
            for (String name : List.of("One", "Two")) {
                respondents.add(tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", name)));
            }
        });
        all.getFirst().undoBeginsHere();
        meet();
    }

    private UUID question(org.rapporteur.core.change.Transaction tx, String code, String type, String... choices) {
        UUID id = tx.insert(
                SurveyKinds.QUESTION,
                Values.of("survey", survey)
                        .with("code", code)
                        .with("label_en", code + "?")
                        .with("type", type));
        for (String choice : choices) {
            tx.insert(
                    SurveyKinds.CHOICE,
                    Values.of("question", id).with("code", choice).with("label_en", "The " + choice));
        }
        return id;
    }

    private static void send(Workspace from, Workspace to) {
        try {
            send(from, to, from.exchange().lastReceived(to.exchange().site()));
        } catch (Problem undone) {
            // Who took an import back has to be sent everything.
            send(from, to, Map.of());
        }
    }

    private static void send(Workspace from, Workspace to, Map<UUID, VersionVector> known) {
        Map<UUID, VersionVector> bases = new HashMap<>();
        from.exchange().scopes().forEach(s -> bases.put(s, known.getOrDefault(s, VersionVector.NONE)));
        List<TravellingRow> rows = new ArrayList<>();
        List<TravellingStep> steps = new ArrayList<>();
        Map<UUID, VersionVector> vectors = new HashMap<>();
        from.exchange().export(new Selection(bases, null), new Outgoing() {
            @Override
            public void begin(Map<UUID, VersionVector> seen) {
                vectors.putAll(seen);
            }

            @Override
            public void row(TravellingRow row) {
                rows.add(row);
            }

            @Override
            public void step(TravellingStep step) {
                steps.add(step);
            }

            @Override
            public void file(TravellingFile file) {}
        });
        IncomingHead head = new IncomingHead(
                UUID.randomUUID(),
                from.exchange().site(),
                List.of(),
                "Officer",
                java.time.Instant.EPOCH,
                false,
                bases,
                vectors,
                "parcel",
                null,
                null);
        try (Incoming incoming = to.exchange().stage(head)) {
            rows.forEach(incoming::row);
            steps.forEach(incoming::step);
            incoming.complete();
            incoming.apply(Incoming.Progress.NONE);
        }
    }

    /** Everyone sends to everyone until nothing is new. */
    private void meet() {
        for (int round = 0; round < 2; round++) {
            for (Workspace from : all) {
                for (Workspace to : all) {
                    if (from != to) {
                        send(from, to);
                    }
                }
            }
        }
    }

    private ReturnedForm form(UUID respondent, String hash, List<Placed> answers) {
        return new ReturnedForm(
                hash + ".xlsx",
                hash,
                survey,
                Optional.of(respondent),
                ReturnedForm.RespondentSource.MARK,
                Language.EN,
                false,
                answers,
                List.of(),
                List.of(),
                "",
                "");
    }

    private Placed placed(UUID question, String value, String body) {
        return new Placed(question, value, body, null, "", "S", "D" + (question.hashCode() & 7));
    }

    private ReturnedForm random(Random random, UUID respondent, int number) {
        Random own = new Random(31L * number + respondents.indexOf(respondent));
        List<Placed> answers = new ArrayList<>();
        if (own.nextInt(4) > 0) {
            answers.add(placed(words, "", "Words " + own.nextInt(3)));
        }
        if (own.nextInt(4) > 0) {
            String value = own.nextBoolean() ? "a" : "b";
            answers.add(placed(single, value, "The " + value));
        }
        for (String choice : List.of("a", "b", "c")) {
            if (own.nextBoolean()) {
                answers.add(placed(several, choice, "The " + choice));
            }
        }
        return form(respondent, "file" + number, answers);
    }

    private IntakeFacts facts(Workspace workspace) {
        List<String> state = new ArrayList<>();
        SurveyStore store = new SurveyStoreSqlite(workspace);
        Map<UUID, Set<UUID>> counted = new HashMap<>();
        for (UUID question : List.of(words, single, several)) {
            store.answers(question)
                    .forEach(a -> counted.computeIfAbsent(a.respondent(), r -> new HashSet<>())
                            .add(a.id()));
        }
        for (UUID respondent : respondents) {
            CurrentReply current = CurrentReply.of(workspace, respondent);
            Set<UUID> ids = new HashSet<>();
            current.answers().forEach(row -> ids.add(row.id()));
            assertEquals(ids, counted.getOrDefault(respondent, Set.of()), "figures and core name the same answers");
            assertTrue(current.answers(words).size() <= 1, "words are counted once");
            assertTrue(current.answers(single).size() <= 1, "a choice is counted once");
            List<String> values = current.answers(several).stream()
                    .map(row -> row.text("value"))
                    .toList();
            assertEquals(values.size(), new HashSet<>(values).size(), "each choice is counted once");
            Set<String> rivals = new TreeSet<>();
            current.competing().forEach(row -> rivals.add(row.id().toString()));
            state.add((current.reply() == null ? "-" : current.reply().id()) + " " + new TreeSet<>(ids) + " " + rivals);
        }
        return new IntakeFacts(state);
    }

    private record IntakeFacts(List<String> state) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void oneReplyCountsWhateverWasTakenInWhere(long seed) {
        begin(3);
        try {
            Random random = new Random(seed);
            for (int step = 0; step < 45; step++) {
                Workspace one = all.get(random.nextInt(all.size()));
                UUID respondent = respondents.get(random.nextInt(respondents.size()));
                switch (random.nextInt(11)) {
                    case 10 -> byHand(random, one, respondent);
                    case 0, 1, 2, 3 ->
                        new ResponseIntake(one, one.changes())
                                .apply(random(random, respondent, random.nextInt(6)), DAY.plusDays(random.nextInt(3)));
                    case 4, 5, 6 -> send(one, all.get((all.indexOf(one) + 1 + random.nextInt(2)) % all.size()));
                    case 7 -> decide(random, one);
                    case 8 -> choose(random, one, respondent);
                    default -> one.undo().undo();
                }
                facts(one);
            }
            meet();
            agree(seed);
            for (UUID respondent : respondents) {
                choose(random, all.get(random.nextInt(all.size())), respondent);
            }
            meet();
            agree(seed);
            for (UUID respondent : respondents) {
                assertEquals(
                        List.of(), CurrentReply.of(all.getFirst(), respondent).competing(), "chosen, seed " + seed);
            }
        } finally {
            all.forEach(Workspace::close);
        }
    }

    private void byHand(Random random, Workspace one, UUID respondent) {
        // A reply that came by file; what is told by telephone first makes a reply of its own, which is chosen or not.
        if (CurrentReply.of(one, respondent).reply() != null) {
            UUID question = random.nextBoolean() ? single : words;
            String text = random.nextBoolean() ? "The a" : "The b";
            one.changes()
                    .write(STEP, tx -> Answers.set(tx, respondent, question, new Answers.Entry(text, "Told", ""), DAY));
        }
    }

    private void agree(long seed) {
        IntakeFacts first = facts(all.getFirst());
        for (Workspace workspace : all) {
            assertEquals(first, facts(workspace), "seed " + seed);
            assertEquals(
                    Inbox.of(all.getFirst(), survey).items().stream()
                            .map(item -> item.sort() + " " + item.id())
                            .toList(),
                    Inbox.of(workspace, survey).items().stream()
                            .map(item -> item.sort() + " " + item.id())
                            .toList(),
                    "the inbox, seed " + seed);
        }
    }

    private void decide(Random random, Workspace one) {
        List<Inbox.Item> items = Inbox.of(one, survey).items().stream()
                .filter(i -> i.sort() == Inbox.Sort.CHANGED || i.sort() == Inbox.Sort.WITHDRAWN)
                .toList();
        if (!items.isEmpty()) {
            UUID item = items.get(random.nextInt(items.size())).id();
            boolean keep = random.nextBoolean();
            one.changes().run(STEP, tx -> {
                if (keep) {
                    TrayDecision.keepEarlier(tx, item);
                } else {
                    TrayDecision.setAside(tx, item);
                }
            });
        }
    }

    private void choose(Random random, Workspace one, UUID respondent) {
        List<Row> replies = one.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent));
        if (!replies.isEmpty()) {
            UUID chosen = replies.get(random.nextInt(replies.size())).id();
            one.changes().run(STEP, tx -> Replies.choose(tx, chosen));
        }
    }

    @Test
    void whatTwoMachinesNoteDifferentlyOfOneAnswerIsADecisionAndCountsOnce() {
        begin(2);
        try {
            UUID respondent = respondents.getFirst();
            Workspace a = all.get(0);
            Workspace b = all.get(1);
            new ResponseIntake(a, a.changes()).apply(form(respondent, "e", List.of(placed(words, "", "Words"))), DAY);
            meet();
            a.changes().write(STEP, tx -> Answers.set(tx, respondent, single, new Answers.Entry("The a", "", ""), DAY));
            b.changes().write(STEP, tx -> Answers.set(tx, respondent, single, new Answers.Entry("The b", "", ""), DAY));
            meet();
            for (Workspace one : all) {
                assertEquals(1, new SurveyStoreSqlite(one).answers(single).size());
                assertTrue(!one.conflicts().list(0, 10).isEmpty(), "both values wait for a decision");
            }
            assertEquals(facts(a), facts(b));
        } finally {
            all.forEach(Workspace::close);
        }
    }

    @Test
    void twoFilesOfOneRespondentOnTwoMachinesWaitForAChoice() {
        begin(2);
        try {
            UUID respondent = respondents.getFirst();
            Workspace a = all.get(0);
            Workspace b = all.get(1);
            new ResponseIntake(a, a.changes()).apply(form(respondent, "c", List.of(placed(single, "a", "The a"))), DAY);
            new ResponseIntake(b, b.changes()).apply(form(respondent, "d", List.of(placed(single, "b", "The b"))), DAY);
            meet();
            for (Workspace one : all) {
                assertEquals(1, new SurveyStoreSqlite(one).answers(single).size());
                assertEquals(
                        List.of(Inbox.Sort.COMPETING),
                        Inbox.of(one, survey).items().stream()
                                .map(Inbox.Item::sort)
                                .toList());
            }
            Inbox.Item rival = Inbox.of(b, survey).items().getFirst();
            b.changes().run(STEP, tx -> Replies.choose(tx, rival.id()));
            meet();
            for (Workspace one : all) {
                assertEquals(
                        rival.id(), CurrentReply.of(one, respondent).reply().id());
                assertEquals(1, new SurveyStoreSqlite(one).answers(single).size());
                assertEquals(List.of(), Inbox.of(one, survey).items());
                assertEquals(List.of(), one.conflicts().list(0, 10));
            }
            b.undo().undo();
            assertEquals(1, Inbox.of(b, survey).items().size(), "the choice can be taken back");
        } finally {
            all.forEach(Workspace::close);
        }
    }

    @Test
    void anExtractOfWhatMayBeQuotedHoldsOnlyWhatCounts() {
        begin(1);
        Workspace one = all.getFirst();
        try {
            UUID meeting = one.changes()
                    .write(
                            STEP,
                            tx -> tx.insert(
                                    org.rapporteur.core.meeting.MeetingKinds.MEETING, Values.of("name_en", "Meeting")));
            one.changes().run(STEP, tx -> {
                survey = tx.insert(
                        SurveyKinds.SURVEY,
                        Values.of("title_en", "Of the meeting")
                                .with("meeting", meeting)
                                .with("default_permission", "quote"));
                words = question(tx, "Q1", "long_text");
                single = question(tx, "Q2", "single", "a", "b");
                respondents.set(
                        0,
                        tx.insert(
                                SurveyKinds.RESPONDENT,
                                Values.of("survey", survey).with("name", "One")));
            });
            UUID respondent = respondents.getFirst();
            ResponseIntake intake = new ResponseIntake(one, one.changes());
            intake.apply(
                    form(respondent, "c", List.of(placed(words, "", "Said before"), placed(single, "a", "The a"))),
                    DAY);
            intake.apply(
                    form(respondent, "d", List.of(placed(words, "", "Said now"), placed(single, "b", "The b"))),
                    DAY.plusDays(1));
            UUID out =
                    CurrentReply.of(one, respondent).answers(single).getFirst().id();
            one.changes().run(STEP, tx -> org.rapporteur.core.survey.Answers.notUsable(tx, out, "about another year"));
            Set<UUID> counted = new HashSet<>();
            SurveyStore store = new SurveyStoreSqlite(one);
            List.of(words, single).forEach(q -> store.answers(q).forEach(a -> counted.add(a.id())));
            assertEquals(1, counted.size());
            Set<UUID> sent = new HashSet<>();
            StringBuilder said = new StringBuilder();
            one.exchange()
                    .export(new Selection(Map.of(), new Selection.Extract(meeting, null, false, true)), new Outgoing() {
                        @Override
                        public void begin(Map<UUID, VersionVector> seen) {}

                        @Override
                        public void row(TravellingRow row) {
                            if (row.kind.equals("answer")) {
                                sent.add(row.id);
                            }
                            said.append(java.util.Arrays.toString(row.values));
                        }

                        @Override
                        public void step(TravellingStep step) {}

                        @Override
                        public void file(TravellingFile file) {}
                    });
            assertEquals(counted, sent);
            assertTrue(said.toString().contains("Said now"));
            assertEquals(-1, said.indexOf("Said before"), "nothing of a replaced reply goes out");
        } finally {
            all.forEach(Workspace::close);
        }
    }

    private UUID oldReply(Workspace one, UUID respondent, LocalDate day, Map<UUID, String> said) {
        return one.changes().write(STEP, tx -> {
            UUID reply = tx.insert(
                    SurveyKinds.RESPONSE,
                    Values.of("respondent", respondent)
                            .with("survey", survey)
                            .with("channel", "file")
                            .with("received_on", day));
            said.forEach((question, value) -> tx.insert(
                    SurveyKinds.ANSWER,
                    Values.of("response", reply)
                            .with("survey", survey)
                            .with("question", question)
                            .with("respondent", respondent)
                            .with("value", value)));
            return reply;
        });
    }

    @Test
    void repliesOfAnEarlierVersionFromTwoMachinesAreNotCountedBoth() {
        begin(2);
        try {
            UUID respondent = respondents.getFirst();
            UUID other = respondents.get(1);
            oldReply(all.get(0), respondent, DAY, Map.of(single, "a", several, "b"));
            oldReply(all.get(1), respondent, DAY, Map.of(single, "b", several, "c"));
            // What one machine made of two files of one respondent goes on adding up.
            oldReply(all.get(0), other, DAY, Map.of(single, "a"));
            oldReply(all.get(0), other, DAY.plusDays(1), Map.of(several, "b"));
            meet();
            agree(0);
            for (Workspace one : all) {
                SurveyStore store = new SurveyStoreSqlite(one);
                assertEquals(2, store.answers(single).size(), "one of each respondent");
                assertEquals(2, store.answers(several).size(), "one of each respondent");
                assertEquals(
                        List.of(Inbox.Sort.COMPETING),
                        Inbox.of(one, survey).items().stream()
                                .map(Inbox.Item::sort)
                                .toList());
                assertEquals(List.of(), CurrentReply.of(one, other).competing());
                assertEquals(2, CurrentReply.of(one, other).answers().size());
            }
        } finally {
            all.forEach(Workspace::close);
        }
    }

    @Test
    void differentEarlierAnswersTakenOverOnTwoMachinesWaitForAChoice() {
        begin(2);
        try {
            UUID respondent = respondents.getFirst();
            Workspace a = all.get(0);
            Workspace b = all.get(1);
            new ResponseIntake(a, a.changes()).apply(form(respondent, "a", List.of(placed(single, "a", "The a"))), DAY);
            new ResponseIntake(b, b.changes()).apply(form(respondent, "b", List.of(placed(single, "b", "The b"))), DAY);
            for (Workspace one : all) {
                // The same newer file leaves the question out; both officers keep what they had.
                new ResponseIntake(one, one.changes())
                        .apply(form(respondent, "c", List.of(placed(words, "", "New"))), DAY.plusDays(1));
                UUID item = Inbox.of(one, survey).items().getFirst().id();
                one.changes().run(STEP, tx -> TrayDecision.keepEarlier(tx, item));
                assertEquals(List.of(), Inbox.of(one, survey).items());
            }
            meet();
            agree(1);
            for (Workspace one : all) {
                assertEquals(1, new SurveyStoreSqlite(one).answers(single).size(), "no figure counts both");
                assertEquals(
                        List.of(Inbox.Sort.RIVAL),
                        Inbox.of(one, survey).items().stream()
                                .map(Inbox.Item::sort)
                                .toList());
            }
            UUID rival = Inbox.of(b, survey).items().getFirst().id();
            b.changes().run(STEP, tx -> TrayDecision.prefer(tx, rival));
            meet();
            agree(2);
            for (Workspace one : all) {
                assertEquals(List.of(), Inbox.of(one, survey).items());
                assertEquals(
                        List.of(rival),
                        new SurveyStoreSqlite(one)
                                .answers(single).stream().map(x -> x.id()).toList());
            }
            b.undo().undo();
            assertEquals(1, Inbox.of(b, survey).items().size(), "the choice can be taken back");
        } finally {
            all.forEach(Workspace::close);
        }
    }
}
