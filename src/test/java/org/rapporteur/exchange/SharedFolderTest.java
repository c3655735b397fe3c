package org.rapporteur.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;

/** Officers meet in a folder that some program keeps in step, as badly as such programs do. */
class SharedFolderTest {
    @TempDir
    Path root;

    private Path shared;
    private final List<Office> offices = new ArrayList<>();

    @BeforeEach
    void folder() throws IOException {
        shared = Files.createDirectory(root.resolve("shared"));
    }

    @AfterEach
    void close() {
        offices.forEach(Office::close);
    }

    private Office office(String name) {
        Office office = new Office(root, name, offices.size() + 1);
        office.exchange.folder().choose(shared);
        offices.add(office);
        return office;
    }

    /** One round, in which a person says yes to what is in doubt. */
    private static ExchangeFolder.Round round(Office office) {
        ExchangeFolder.Round round = office.exchange.folder().round();
        for (PackageRecord record : round.looked()) {
            try (Arrived arrived = office.exchange.openWaiting(record.id(), Incoming.Progress.NONE)) {
                arrived.apply(Incoming.Progress.NONE);
            }
        }
        return round;
    }

    private static boolean quiet(ExchangeFolder.Round round) {
        return round.written().isEmpty()
                && round.applied().isEmpty()
                && round.looked().isEmpty()
                && round.waiting().isEmpty()
                && round.unreadable().isEmpty();
    }

    /** Rounds in turn until nobody does anything; fails if that does not come. */
    private int settle() {
        for (int i = 0; i < 20; i++) {
            boolean still = true;
            for (Office office : offices) {
                still &= quiet(round(office));
            }
            if (still) {
                return i;
            }
        }
        throw new AssertionError("the rounds do not come to rest");
    }

    private List<Path> files(Office office) {
        try (Stream<Path> files =
                Files.list(shared.resolve(office.workspace.site().toString()))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoSitesComeToRestAndHaveTheSame() {
        Office ana = office("Ana");
        Office ben = office("Ben");
        UUID a = ana.addMeeting("A");
        UUID b = ben.addMeeting("B");
        settle();
        assertNotNull(ana.meeting(b));
        assertNotNull(ben.meeting(a));
        assertEquals(1, files(ana).size());
        assertEquals(1, files(ben).size());

        ana.set(a, "acronym", "A2");
        ExchangeFolder.Round said = round(ana);
        assertFalse(said.written().orElseThrow().full());
        assertEquals(1, said.written().orElseThrow().rows());
        ExchangeFolder.Round heard = ben.exchange.folder().round();
        assertEquals(1, heard.applied().size(), "known senders need nobody");
        assertEquals("A2", ben.meeting(a).text("acronym"));
        assertTrue(settle() <= 2);
    }

    @Test
    void aNewSenderIsLookedAtFirst() {
        Office ana = office("Ana");
        Office ben = office("Ben");
        UUID a = ana.addMeeting("A");
        ana.exchange.folder().round();
        ExchangeFolder.Round first = ben.exchange.folder().round();
        assertEquals(1, first.looked().size());
        assertEquals(PackageRecord.State.HELD, first.looked().getFirst().state());
        assertEquals(null, ben.meeting(a));
        assertTrue(ben.exchange.folder().round().looked().isEmpty(), "told once");
        try (Arrived arrived =
                ben.exchange.openWaiting(first.looked().getFirst().id(), Incoming.Progress.NONE)) {
            arrived.apply(Incoming.Progress.NONE);
        }
        assertNotNull(ben.meeting(a));
    }

    @Test
    void nothingIsAppliedByItselfIfThatIsTurnedOff() {
        Office ana = office("Ana");
        Office ben = office("Ben");
        ana.addMeeting("A");
        settle();
        ben.exchange.folder().automatic(false);
        UUID later = ana.addMeeting("later");
        ana.exchange.folder().round();
        assertEquals(1, ben.exchange.folder().round().looked().size());
        assertEquals(null, ben.meeting(later));
    }

    @Test
    void threeSitesOfWhichOneComesLate() {
        Office ana = office("Ana");
        Office ben = office("Ben");
        UUID a = ana.addMeeting("A");
        settle();
        for (int i = 0; i < 5; i++) {
            ana.set(a, "acronym", "A" + i);
            settle();
        }
        Office cleo = office("Cleo");
        UUID c = cleo.addMeeting("C");
        settle();
        assertEquals("A4", cleo.meeting(a).text("acronym"));
        assertNotNull(ana.meeting(c));
        assertNotNull(ben.meeting(c));
        assertTrue(cleo.exchange.store().packages().stream()
                .noneMatch(record -> record.state() == PackageRecord.State.WAITING));
    }

    @Test
    void conflictCopiesForeignFilesAndHalfFilesDoNoHarm() throws IOException {
        Office ana = office("Ana");
        Office ben = office("Ben");
        UUID a = ana.addMeeting("A");
        round(ana);
        Path package1 = files(ana).getFirst();
        Path site = package1.getParent();
        Files.copy(package1, site.resolve("x.sync-conflict-20171010-120000-ABCDEFG.rcpx"));
        Files.copy(package1, site.resolve("copy of (Ana's conflicted copy 2017-10-10).RCPX"));
        Files.write(site.resolve(".syncthing.y.rcpx.tmp"), new byte[] {1});
        Files.write(site.resolve(".hidden.rcpx"), new byte[] {1});
        Files.writeString(site.resolve("notes.txt"), "hello");
        Files.createDirectory(shared.resolve("not a site"));
        Files.createSymbolicLink(shared.resolve(UUID.randomUUID().toString()), site);
        Files.createSymbolicLink(site.resolve("link.rcpx"), package1);
        byte[] whole = Files.readAllBytes(package1);
        Path half = site.resolve("half.rcpx");
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));

        ExchangeFolder.Round round = round(ben);
        assertEquals(1, round.looked().size(), "copies are one package");
        assertEquals(
                List.of(half),
                round.unreadable().stream().map(ExchangeFolder.Unreadable::file).toList());
        assertNotNull(ben.meeting(a));
        assertTrue(round(ben).unreadable().isEmpty(), "an unreadable file is told once");
        Files.write(half, whole);
        assertTrue(round(ben).unreadable().isEmpty(), "and tried again when it changed");
        settle();
    }

    @Test
    void filesThatWereReadAreNotOpenedAgain() throws IOException {
        Office ana = office("Ana");
        Office ben = office("Ben");
        ana.addMeeting("A");
        settle();
        Path package1 = files(ana).getFirst();
        var time = Files.getLastModifiedTime(package1);
        byte[] bytes = Files.readAllBytes(package1);
        // Same name, length and time: if it were opened it would be found damaged.
        bytes[bytes.length / 2] ^= 1;
        Files.write(package1, bytes);
        Files.setLastModifiedTime(package1, time);
        assertTrue(ben.exchange.folder().round().unreadable().isEmpty());
    }

    @Test
    void aFolderThatIsAwayIsSaidAndHealsItself() throws IOException {
        Office ana = office("Ana");
        Office ben = office("Ben");
        ana.addMeeting("A");
        settle();
        Path away = root.resolve("away");
        Files.move(shared, away);
        assertEquals(
                "EXC-08",
                assertThrows(Problem.class, () -> ana.exchange.folder().round()).code());
        Files.createDirectory(shared);
        assertEquals(
                "EXC-08",
                assertThrows(Problem.class, () -> ana.exchange.folder().round()).code(),
                "the place of a disk that is not mounted");
        Files.delete(shared);
        Files.move(away, shared);
        UUID later = ana.addMeeting("later");
        settle();
        assertNotNull(ben.meeting(later));
        ana.exchange.folder().choose(null);
        assertEquals(
                "EXC-07",
                assertThrows(Problem.class, () -> ana.exchange.folder().round()).code());
    }

    @Test
    void ownFilesThatVanishAreWrittenAgain() throws IOException {
        Office ana = office("Ana");
        Office ben = office("Ben");
        ana.addMeeting("A");
        settle();
        Files.delete(files(ana).getFirst());
        assertTrue(round(ana).written().isPresent());
        assertEquals(1, files(ana).size());
        settle();
        assertEquals(1, files(ben).size());
    }

    @Test
    void anyOrderOfRoundsAndEditsConverges() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<UUID> meetings = new ArrayList<>();
        for (String name : List.of("Ana", "Ben", "Cleo")) {
            meetings.add(office(name).addMeeting(name));
        }
        settle();
        for (int i = 0; i < 40; i++) {
            Office office = offices.get(random.nextInt(offices.size()));
            if (random.nextBoolean()) {
                office.set(meetings.get(random.nextInt(meetings.size())), "acronym", "v" + random.nextInt(1000));
            } else {
                round(office);
            }
        }
        settle();
        for (UUID meeting : meetings) {
            String first = offices.getFirst().meeting(meeting).text("acronym");
            for (Office office : offices) {
                assertEquals(first, office.meeting(meeting).text("acronym"), "seed " + seed);
                assertEquals(
                        offices.getFirst().exchange.conflicts().count(),
                        office.exchange.conflicts().count(),
                        "seed " + seed);
            }
        }
    }
}
