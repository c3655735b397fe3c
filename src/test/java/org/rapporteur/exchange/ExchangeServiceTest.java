package org.rapporteur.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.pack.Limits;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.PackageReader;
import org.rapporteur.exchange.pack.PackageWriter;
import org.rapporteur.exchange.seal.Identity;

/** Officers with real workspaces send each other real files. */
class ExchangeServiceTest {
    @TempDir
    Path root;

    private Office ana;
    private Office ben;

    @BeforeEach
    void open() {
        ana = new Office(root, "Ana", 1);
        ben = new Office(root, "Ben", 2);
    }

    @AfterEach
    void close() {
        ana.close();
        ben.close();
    }

    private Path file(String name) {
        return root.resolve(name + ".rcpx");
    }

    @Test
    void whatIsSentArrivesOnceAndTheAnswerIsShort() {
        UUID meeting = ana.addMeeting("GRCP 7");
        Sent sent = ana.sendAll(file("a1"));
        assertTrue(sent.full() && sent.rows() > 0);
        List<PackageRecord> applied = ben.take(file("a1"));
        assertEquals(PackageRecord.State.APPLIED, applied.getFirst().state());
        assertEquals("GRCP 7", ben.meeting(meeting).text("acronym"));

        ben.set(meeting, "acronym", "GRCP VII");
        Sent answer = ben.sendTo(ana, file("b1"));
        assertEquals(1, answer.rows());
        assertFalse(answer.full());
        ana.take(file("b1"));
        assertEquals("GRCP VII", ana.meeting(meeting).text("acronym"));

        for (int i = 0; i < 3; i++) {
            try (Arrived again = ben.exchange.open(file("a1"), null, Incoming.Progress.NONE)) {
                assertTrue(again.before().isPresent());
                assertTrue(again.doubts().isEmpty());
                assertEquals(1, again.apply(Incoming.Progress.NONE).size());
            }
        }
        assertEquals("GRCP VII", ben.meeting(meeting).text("acronym"));
        // One's own package back is nothing new either.
        try (Arrived own = ana.exchange.open(file("a1"), null, Incoming.Progress.NONE)) {
            assertTrue(own.before().isPresent());
        }
    }

    @Test
    void aLostFileHealsItselfWithTheNextOne() {
        UUID meeting = ana.addMeeting("A");
        ana.sendAll(file("a1"));
        ben.take(file("a1"));
        ben.sendTo(ana, file("b1"));
        ana.take(file("b1"));

        ana.set(meeting, "acronym", "B");
        ana.sendTo(ben, file("lost"));
        UUID other = ana.addMeeting("second");
        ana.sendTo(ben, file("a3"));
        ben.take(file("a3"));
        assertEquals("B", ben.meeting(meeting).text("acronym"));
        assertNotNull(ben.meeting(other));
    }

    @Test
    void aPackageWithoutItsBaseWaitsAndIsAppliedWhenThatArrives() {
        ana.addMeeting("A");
        ana.sendAll(file("a1"));
        ben.addMeeting("B");
        ben.sendAll(file("b1"));
        ana.take(file("b1"));
        ben.take(file("a1"));
        ben.sendTo(ana, file("b2"));
        ana.take(file("b2"));
        UUID late = ana.addMeeting("late");
        Sent delta = ana.sendTo(ben, file("a2"));
        assertFalse(delta.full());

        try (Office cleo = new Office(root, "Cleo", 3)) {
            PackageRecord waiting = cleo.take(file("a2")).getFirst();
            assertEquals(PackageRecord.State.WAITING, waiting.state());
            assertFalse(waiting.missing().isEmpty());
            assertTrue(Files.exists(cleo.folder.resolve("exchange/waiting/" + delta.id() + ".rcpx")));
            assertEquals(null, cleo.meeting(late));
            try (Arrived arrived = cleo.exchange.openWaiting(delta.id(), Incoming.Progress.NONE)) {
                assertEquals("a2.rcpx", arrived.head().fileName());
                Problem waits = assertThrows(Problem.class, () -> arrived.apply(Incoming.Progress.NONE));
                assertEquals("EXC-04", waits.code());
            }
            cleo.take(file("a1"));
            // Ana's first package says what Ana had seen; Ben's is still missing.
            List<PackageRecord> all = cleo.take(file("b1"));
            if (all.size() == 1) {
                all = cleo.exchange.applyWaiting(Incoming.Progress.NONE);
            } else {
                assertEquals(delta.id(), all.get(1).id());
            }
            assertNotNull(cleo.meeting(late));
            assertEquals(
                    PackageRecord.State.APPLIED,
                    cleo.exchange.store().find(delta.id()).orElseThrow().state());
            assertFalse(Files.exists(cleo.folder.resolve("exchange/waiting/" + delta.id() + ".rcpx")));
        }
    }

    @Test
    void aWaitingPackageCanBeThrownAway() {
        ana.addMeeting("A");
        ana.sendAll(file("a1"));
        ben.take(file("a1"));
        ben.sendTo(ana, file("b1"));
        ana.take(file("b1"));
        ana.addMeeting("B");
        Sent delta = ana.sendTo(ben, file("a2"));
        try (Office cleo = new Office(root, "Cleo", 3)) {
            cleo.take(file("a2"));
            cleo.exchange.discard(delta.id());
            assertTrue(cleo.exchange.store().find(delta.id()).isEmpty());
            assertEquals(
                    "EXC-06",
                    assertThrows(Problem.class, () -> cleo.exchange.discard(delta.id()))
                            .code());
        }
    }

    @Test
    void previewSaysWhatApplyingDoesAndChangesNothing() {
        UUID meeting = ana.addMeeting("A");
        ana.sendAll(file("a1"));
        ImportEffects foreseen;
        try (Arrived arrived = ben.exchange.open(file("a1"), null, Incoming.Progress.NONE)) {
            foreseen = arrived.effects();
            assertTrue(arrived.changes(0, 100).stream().anyMatch(c -> c.id().equals(meeting)));
        }
        assertEquals(null, ben.meeting(meeting));
        assertEquals(foreseen, ben.take(file("a1")).getFirst().effects());
        assertEquals(0, count(ben.folder.resolve("exchange/work")));
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstKeyIsPinnedAndAnotherIsNeverTakenForIt() {
        ana.addMeeting("A");
        ana.sendAll(file("a1"));
        try (Arrived first = ben.exchange.open(file("a1"), null, Incoming.Progress.NONE)) {
            assertEquals(Signer.State.NEW, first.signer().state());
            assertEquals(java.util.Set.of(Arrived.Doubt.UNKNOWN_SENDER), first.doubts());
            first.apply(Incoming.Progress.NONE);
        }
        Colleague known = ben.exchange.store().colleagues().getFirst();
        assertEquals("Ana", known.name());
        assertEquals(ana.exchange.recipient(), known.recipient());
        assertFalse(known.verified());

        ana.addMeeting("B");
        ana.sendAll(file("a2"));
        try (Arrived second = ben.exchange.open(file("a2"), null, Incoming.Progress.NONE)) {
            assertEquals(Signer.State.KNOWN, second.signer().state());
            assertTrue(second.doubts().isEmpty());
        }
        // Somebody who is not Ana signs what says it is from Ana's site.
        resign(file("a2"), file("forged"), Optional.of(Identity.in(root.resolve("thief"))));
        try (Arrived forged = ben.exchange.open(file("forged"), null, Incoming.Progress.NONE)) {
            assertEquals(Signer.State.CHANGED, forged.signer().state());
            assertEquals(java.util.Set.of(Arrived.Doubt.KEY_CHANGED), forged.doubts());
            forged.apply(Incoming.Progress.NONE);
        }
        assertEquals(
                known.publicKey(), ben.exchange.store().colleagues().getFirst().publicKey());
        assertEquals(1, ben.exchange.store().colleagues().size());
        resign(file("a2"), file("bare"), Optional.empty());
        try (Arrived bare = ben.exchange.open(file("bare"), null, Incoming.Progress.NONE)) {
            assertEquals(Signer.State.CHANGED, bare.signer().state());
        }
    }

    private void resign(Path from, Path to, Optional<Identity> signer) {
        rewrite(from, to, signer, m -> m, (name, text) -> text);
    }

    private interface Edit {
        String of(String entry, String text);
    }

    /** The package with another manifest, other lines or another signature, and a key of its own. */
    private void rewrite(
            Path from, Path to, Optional<Identity> signer, java.util.function.UnaryOperator<Manifest> head, Edit edit) {
        try (PackageReader reader = PackageReader.open(from, Limits.DEFAULT);
                PackageWriter writer = PackageWriter.create(to)) {
            for (Manifest.Entry entry : reader.manifest().entries()) {
                try (var in = reader.open(entry);
                        var out = writer.data(entry.name()
                                .substring("data/".length(), entry.name().length() - 7))) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    out.write(edit.of(entry.name(), text).getBytes(StandardCharsets.UTF_8));
                }
            }
            String venue = edit.of("data/venue.ndjson", "");
            if (!venue.isEmpty()) {
                try (var out = writer.data("venue")) {
                    out.write(venue.getBytes(StandardCharsets.UTF_8));
                }
            }
            Manifest m = reader.manifest();
            writer.finish(
                    head.apply(new Manifest(
                            UUID.randomUUID(),
                            m.site(),
                            m.formerly(),
                            m.author(),
                            m.at(),
                            m.program(),
                            m.schema(),
                            m.lowestReader(),
                            m.extract(),
                            m.withheld(),
                            m.recipient(),
                            m.scopes(),
                            List.of())),
                    signer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewerFormatIsRefusedWithBothNumbers() {
        ana.addMeeting("A");
        ana.sendAll(file("a1"));
        rewrite(
                file("a1"),
                file("newer"),
                Optional.empty(),
                m -> new Manifest(
                        m.id(),
                        m.site(),
                        m.formerly(),
                        m.author(),
                        m.at(),
                        m.program(),
                        900,
                        900,
                        m.extract(),
                        m.withheld(),
                        m.recipient(),
                        m.scopes(),
                        List.of()),
                (name, text) -> text);
        Problem newer =
                assertThrows(Problem.class, () -> ben.exchange.open(file("newer"), null, Incoming.Progress.NONE));
        assertEquals("EXC-03", newer.code());
        assertTrue(newer.what().args().contains(900));
        assertTrue(newer.what().args().contains(ben.exchange.store().schema()));
    }

    @Test
    void fieldsAndKindsOfALaterVersionAreCarriedOnByteForByte() {
        UUID meeting = ana.addMeeting("A");
        ana.sendAll(file("a1"));
        String odd = "{\"b\" : [1,  2.50e+1, \"\\u00e9\\/\"],\"a\":null}";
        String venue =
                "{\"i\":\"00000000-0000-7000-8000-0000000000aa\",\"s\":1,\"d\":[[0,1]],\"w\":1,\"v\":{\"later_name\":\"\\u0041\",\"size\":1.50}}\n";
        rewrite(file("a1"), file("later"), Optional.empty(), m -> m, (name, text) -> {
            if (name.equals("data/meeting.ndjson")) {
                return text.replace("\"v\":{", "\"v\":{\"later_field\":" + odd + ",");
            }
            return name.equals("data/venue.ndjson") ? venue : text;
        });
        ben.take(file("later"));
        assertEquals("A", ben.meeting(meeting).text("acronym"));
        ben.sendAll(file("b1"));
        assertTrue(entry(file("b1"), "data/meeting.ndjson").contains("\"later_field\":" + odd));
        assertEquals(venue, entry(file("b1"), "data/venue.ndjson"));
    }

    private static String entry(Path file, String name) {
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            Manifest.Entry entry = reader.manifest().entries().stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            try (var in = reader.open(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void manyDeletionsAskOnceMore() {
        UUID[] ids = new UUID[60];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ana.addMeeting("M" + i);
        }
        ana.sendAll(file("a1"));
        ben.take(file("a1"));
        for (int i = 0; i < 10; i++) {
            ana.delete(ids[i]);
        }
        ana.sendAll(file("a2"));
        try (Arrived arrived = ben.exchange.open(file("a2"), null, Incoming.Progress.NONE)) {
            assertEquals(10, arrived.effects().deleted());
            assertEquals(java.util.Set.of(Arrived.Doubt.MANY_DELETIONS), arrived.doubts());
            PackageRecord held = arrived.keep();
            assertEquals(PackageRecord.State.HELD, held.state());
        }
        assertEquals(60, ben.all(MeetingKinds.MEETING).size());
    }

    @Test
    void anEncryptedPackageOpensForItsRecipientOnly() {
        UUID meeting = ana.addMeeting("secret");
        ben.addMeeting("b");
        ben.sendAll(file("b1"));
        ana.take(file("b1"));
        Colleague colleague = ana.exchange.store().colleagues().getFirst();
        ana.exchange.send(SendRequest.to(colleague, true), file("sealed"), Incoming.Progress.NONE);
        assertEquals(Exchange.Encryption.RECIPIENT, ben.exchange.encryption(file("sealed")));
        try (Office cleo = new Office(root, "Cleo", 3)) {
            assertEquals(
                    "AGE-02",
                    assertThrows(Problem.class, () -> cleo.take(file("sealed"))).code());
            assertEquals(0, count(cleo.folder.resolve("exchange/work")));
        }
        ben.take(file("sealed"));
        assertEquals("secret", ben.meeting(meeting).text("acronym"));
        assertEquals(0, count(ana.folder.resolve("exchange/work")));
    }

    @Test
    void anImportCanBeTakenBackAndThenAsksBeforeItComesAgain() {
        UUID meeting = ana.addMeeting("A");
        Sent sent = ana.sendAll(file("a1"));
        ben.take(file("a1"));
        ben.exchange.store().undoImport(sent.id());
        assertTrue(ben.meeting(meeting) == null || ben.meeting(meeting).deleted());
        try (Arrived again = ben.exchange.open(file("a1"), null, Incoming.Progress.NONE)) {
            assertTrue(again.before().isEmpty());
            assertTrue(again.doubts().contains(Arrived.Doubt.UNDONE_BEFORE));
        }
    }

    @Test
    void attachmentsTravelAndAreNamedOnce() throws IOException {
        UUID meeting = ana.addMeeting("A");
        byte[] bytes = "a report of some length".repeat(1000).getBytes(StandardCharsets.UTF_8);
        String hash = ana.workspace.blobs().put(new java.io.ByteArrayInputStream(bytes), "r.txt", "text/plain");
        var document = org.rapporteur.core.model.Model.kinds().stream()
                .filter(kind -> kind.fields().stream()
                        .anyMatch(f -> f.type() == org.rapporteur.core.change.FieldType.BLOB_HASH))
                .findFirst()
                .orElseThrow();
        String column = document.fields().stream()
                .filter(f -> f.type() == org.rapporteur.core.change.FieldType.BLOB_HASH)
                .findFirst()
                .orElseThrow()
                .name();
        ana.workspace
                .changes()
                .run(
                        Label.of("document.step.add"),
                        tx -> tx.insert(
                                document,
                                UUID.fromString("00000000-0000-7000-8000-0000000000bb"),
                                meeting,
                                org.rapporteur.core.change.Values.of(column, hash)));
        Sent sent = ana.sendAll(file("a1"));
        assertEquals(1, sent.files());
        ben.take(file("a1"));
        try (var in = ben.workspace.blobs().open(hash)) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(bytes, in.readAllBytes());
        }
        assertTrue(ben.workspace.check().isEmpty());
    }

    @Test
    void namesOfFilesSayWhoToWhomAndWhen() {
        Colleague to = new Colleague(0, "Z/ö: 漢", null, null, false, null, List.of(), null, null);
        String name = ana.exchange.suggestedName(SendRequest.to(to, false));
        assertTrue(name.startsWith("Ana") && name.endsWith(".rcpx") && name.contains("漢"), name);
        assertFalse(name.contains("/") || name.contains(":"), name);
    }

    @Test
    void aScopeTwiceIsRefused() {
        ana.addMeeting("A");
        ana.sendAll(file("a1"));
        try {
            rewrite(
                    file("a1"),
                    file("twice"),
                    Optional.empty(),
                    m -> new Manifest(
                            m.id(),
                            m.site(),
                            m.formerly(),
                            m.author(),
                            Instant.EPOCH,
                            m.program(),
                            m.schema(),
                            m.lowestReader(),
                            m.extract(),
                            m.withheld(),
                            m.recipient(),
                            Stream.concat(m.scopes().stream(), m.scopes().stream())
                                    .toList(),
                            List.of()),
                    (name, text) -> text);
        } catch (RuntimeException writerRefuses) {
            return;
        }
        assertThrows(Problem.class, () -> ben.exchange.open(file("twice"), null, Incoming.Progress.NONE));
        assertEquals(Map.of(), ben.exchange.store().lastReceived(ana.workspace.site()));
        assertEquals(VersionVector.NONE, VersionVector.of(Map.of()));
    }
}
