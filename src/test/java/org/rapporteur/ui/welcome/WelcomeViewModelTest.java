package org.rapporteur.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.settings.RecentWorkspace;
import org.rapporteur.ui.kit.KitFixture;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.shell.WorkspaceActions;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WelcomeViewModelTest {
    @TempDir
    Path home;

    private final List<String> done = new ArrayList<>();
    private KitFixture fixture;
    private WelcomeViewModel model;

    private final class Noted implements WorkspaceActions {
        @Override
        public void open(Path folder) {
            done.add("open " + home.relativize(folder));
        }

        @Override
        public void create(Path folder, String name) {
            done.add("create " + home.relativize(folder) + " " + name);
        }

        @Override
        public void sample(Path folder) {
            done.add("sample " + home.relativize(folder));
        }

        @Override
        public boolean canReturn() {
            return false;
        }

        @Override
        public void returnToWorkspace() {
            done.add("return");
        }
    }

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void make() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    fixture = new KitFixture(
                            home.resolve("config"),
                            Language.EN,
                            new Tasks(Runnable::run, Runnable::run, Runnable::run));
                    fixture.settings.update(s -> s.withRecent(
                            new RecentWorkspace(home.resolve("gone").toString(), "Gone")));
                    model = new WelcomeViewModel(fixture.kit, new Noted(), home);
                })
                .get(20, TimeUnit.SECONDS);
    }

    private void workspace(String name) throws IOException {
        Files.createDirectories(home.resolve(name));
        Files.writeString(home.resolve(name).resolve("workspace.db"), "");
    }

    @Test
    void theFolderIsProposedFromTheName() {
        model.name().set("Budapest Process");
        assertEquals(home.resolve("Budapest Process"), model.folder().get());
        model.name().set("../../etc/passwd");
        assertEquals(home.resolve("etc-passwd"), model.folder().get());
        model.name().set("عملية بودابست: 2017?");
        assertEquals(
                home.resolve(FileNames.folder("عملية بودابست: 2017?")),
                model.folder().get());
        model.name().set("Con");
        assertEquals(home.resolve("_Con"), model.folder().get());
        model.name().set("...");
        assertEquals(home.resolve("document"), model.folder().get());
    }

    @Test
    void creatingKeepsTheAuthor() {
        model.name().set("Puebla Process");
        model.author().set("A. Officer");
        model.create();
        assertEquals(List.of("create Puebla Process Puebla Process"), done);
        assertEquals("A. Officer", fixture.settings.get().author());
    }

    @Test
    void whatStandsInTheWayIsSaid() throws IOException {
        model.create();
        assertEquals("shell.welcome.name.missing", model.problemKey().get());
        workspace("Taken");
        model.name().set("Taken");
        assertNull(model.problemKey().get());
        model.create();
        assertEquals("shell.welcome.folder.taken", model.problemKey().get());
        assertTrue(done.isEmpty());
    }

    @Test
    void anEmptyFolderIsTakenItselfAndAFullOneAsTheParent() throws IOException {
        model.name().set("New");
        Path empty = Files.createDirectories(home.resolve("empty"));
        model.chooseFolder(empty);
        assertEquals(empty, model.folder().get());
        workspace("full");
        model.chooseFolder(home.resolve("full"));
        assertEquals(home.resolve("full").resolve("New"), model.folder().get());
    }

    @Test
    void theSampleIsMadeOnceAndThenOpened() throws IOException {
        model.sample();
        workspace("GRCP 7 sample");
        model.sample();
        assertEquals(List.of("sample GRCP 7 sample", "open GRCP 7 sample"), done);
    }

    @Test
    void aFolderInTheWayOfTheSampleIsLeftAlone() throws IOException {
        Files.createDirectories(home.resolve("GRCP 7 sample"));
        Files.writeString(home.resolve("GRCP 7 sample").resolve("notes.txt"), "mine");
        model.sample();
        assertEquals(List.of("sample GRCP 7 sample 2"), done);
    }

    @Test
    void whatIsGoneIsMarkedAndCanBeRemoved() {
        RecentWorkspace gone = model.recent().getFirst();
        assertTrue(model.isMissing(gone));
        model.remove(gone);
        assertTrue(model.recent().isEmpty());
        assertFalse(fixture.settings.get().recent().contains(gone));
    }
}
