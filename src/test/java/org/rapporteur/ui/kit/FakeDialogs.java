package org.rapporteur.ui.kit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Dialogs for tests: answers are given beforehand, what was asked for can be looked at. */
public final class FakeDialogs implements Dialogs {
    /** Files and folders to answer with, one for each question; none left means "changed their mind". */
    public final Deque<Path> paths = new ArrayDeque<>();

    /** Answer to every confirmation. */
    public boolean confirms = true;

    /** What was asked and done, in order. */
    public final List<String> asked = new ArrayList<>();

    /** What was put on the clipboard last. */
    public String copied;

    @Override
    public Optional<Path> openFile(String title, FileKind... kinds) {
        asked.add(title);
        return Optional.ofNullable(paths.poll());
    }

    @Override
    public List<Path> openFiles(String title, FileKind... kinds) {
        asked.add(title);
        List<Path> all = List.copyOf(paths);
        paths.clear();
        return all;
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds) {
        asked.add(title + " " + suggestedName);
        return Optional.ofNullable(paths.poll());
    }

    @Override
    public Optional<Path> folder(String title) {
        asked.add(title);
        return Optional.ofNullable(paths.poll());
    }

    @Override
    public boolean confirm(String title, String text, String action) {
        asked.add(title);
        return confirms;
    }

    @Override
    public void open(Path file) {
        asked.add("open " + file);
    }

    @Override
    public void browse(String address) {
        asked.add("browse " + address);
    }

    @Override
    public void copy(String text) {
        copied = text;
    }
}
