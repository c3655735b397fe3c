package org.rapporteur.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.text.Language;

class SettingsStoreTest {
    @TempDir
    private Path folder;

    /** A scheduler that runs nothing until it is told to. */
    private static final class ByHand implements Scheduler {
        private final List<Runnable> planned = new ArrayList<>();

        @Override
        public Runnable after(Duration delay, Runnable task) {
            planned.add(task);
            return () -> planned.remove(task);
        }

        void run() {
            List.copyOf(planned).forEach(Runnable::run);
        }
    }

    private final ByHand scheduler = new ByHand();

    private Path file() {
        return folder.resolve("config").resolve("settings.json");
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("config"), scheduler);
    }

    @Test
    void whatWasSetIsThereAfterARestart() {
        SettingsStore store = store();
        store.update(s -> s.withLanguage(Language.AR)
                .withTheme(ThemeChoice.DARK)
                .withAuthor(" Ng\u0169g\u0129 \"O'Brien\" ")
                .withWindow(new WindowPlace(-1200, 30, 1300.5, 820, true))
                .withPane("survey.coding", List.of(0.25, 0.75))
                .withRecent(new RecentWorkspace("/a", "A"))
                .withRecent(new RecentWorkspace("/عمل", "عملية"))
                .withSidebarFolded(true));
        scheduler.run();
        assertEquals(store.get(), store().get());
        assertEquals(Optional.of(Language.AR), store().get().language());
        assertEquals("Ng\u0169g\u0129 \"O'Brien\"", store().get().author());
        assertEquals(Map.of("survey.coding", List.of(0.25, 0.75)), store().get().panes());
        assertEquals("/عمل", store().get().recent().getFirst().folder());
    }

    @Test
    void manyChangesAreWrittenOnceAndOnlyWhenTheTimeHasCome() {
        SettingsStore store = store();
        store.update(s -> s.withAuthor("A"));
        store.update(s -> s.withAuthor("AB"));
        store.update(s -> s.withAuthor("ABC"));
        assertFalse(Files.exists(file()));
        assertEquals(1, scheduler.planned.size());
        scheduler.run();
        assertEquals("ABC", store().get().author());
    }

    @Test
    void changesThatChangeNothingTellNobody() {
        SettingsStore store = store();
        List<Settings> told = new ArrayList<>();
        store.onChange(told::add);
        store.update(s -> s.withAuthor(""));
        store.update(s -> s.withAuthor("A"));
        assertEquals(1, told.size());
    }

    @Test
    void flushWritesAtOnce() {
        SettingsStore store = store();
        store.update(s -> s.withAuthor("A"));
        store.flush();
        assertEquals("A", store().get().author());
        assertTrue(scheduler.planned.isEmpty());
    }

    @Test
    void aBrokenFileIsPutAsideAndTheProgramStartsWithDefaults() throws IOException {
        Files.createDirectories(file().getParent());
        for (String broken : List.of("", "{\"author\": \"A", "[1,2]", "\0\0\0", "{\"panes\":".repeat(50_000))) {
            Files.writeString(file(), broken);
            SettingsStore store = store();
            assertEquals(Settings.defaults(), store.get(), broken.substring(0, Math.min(20, broken.length())));
            assertEquals(broken, Files.readString(store.brokenFile().orElseThrow()));
            assertFalse(Files.exists(file()));
        }
    }

    @Test
    void valuesOfTheWrongKindCountAsAbsent() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"language": "tlh", "theme": 7, "author": ["x"], "window": {"x": "left"}, "sidebarFolded": "yes",
                 "panes": {"a": [0.5, 7], "b": "no", "c": [0.5]}, "recent": [7, {"name": "n"}, {"folder": "/f"}],
                 "later": {"unknown": [1, {"deep": null}]}}
                """);
        Settings settings = store().get();
        assertEquals(Optional.empty(), settings.language());
        assertEquals(ThemeChoice.SYSTEM, settings.theme());
        assertEquals("", settings.author());
        assertEquals(Optional.empty(), settings.window());
        assertFalse(settings.sidebarFolded());
        assertEquals(Map.of("c", List.of(0.5)), settings.panes());
        assertEquals(List.of(new RecentWorkspace("/f", "")), settings.recent());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToStop() throws IOException {
        Files.writeString(folder.resolve("config"), "a file stands where the folder should be");
        SettingsStore store = store();
        store.update(s -> s.withAuthor("A"));
        store.flush();
        assertEquals("A", store.get().author());
    }

    @Test
    void recentWorkspacesAreFewAndEachStandsOnce() {
        SettingsStore store = store();
        IntStream.range(0, 30)
                .forEach(i -> store.update(s -> s.withRecent(new RecentWorkspace("/" + i % 20, "W" + i))));
        assertEquals(Settings.MAX_RECENT, store.get().recent().size());
        assertEquals("W29", store.get().recent().getFirst().name());
        assertEquals(
                Settings.MAX_RECENT,
                store.get().recent().stream()
                        .map(RecentWorkspace::folder)
                        .distinct()
                        .count());
    }

    @Test
    void theFolderIsWhereTheSystemWantsIt() {
        Map<String, String> linux = Map.of("user.home", "/home/o", "os.name", "Linux");
        assertEquals(Path.of("/home/o/.config/rapporteur"), ConfigFolder.find(linux::get, Map.of()));
        assertEquals(Path.of("/x/rapporteur"), ConfigFolder.find(linux::get, Map.of("XDG_CONFIG_HOME", "/x")));
        assertEquals(
                Path.of("/home/o/.config/rapporteur"),
                ConfigFolder.find(linux::get, Map.of("XDG_CONFIG_HOME", "relative")));
        Map<String, String> given = Map.of(ConfigFolder.PROPERTY, "/portable");
        assertEquals(Path.of("/portable"), ConfigFolder.find(given::get, Map.of()));
        Map<String, String> mac = Map.of("user.home", "/Users/o", "os.name", "Mac OS X");
        assertEquals(Path.of("/Users/o/Library/Application Support/Rapporteur"), ConfigFolder.find(mac::get, Map.of()));
    }
}
