package org.rapporteur.exchange;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.problem.IoProblems;

/** What lies in an exchange folder; whatever is not ours or still being carried there is passed over. */
final class FolderFiles {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_SITES = 1_000;
    private static final int MOST_FILES = 10_000;

    private FolderFiles() {}

    /** Sub-folders that are named as sites are; empty if the folder cannot be read. */
    static List<Path> sites(Path folder) {
        List<Path> sites = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                if (sites.size() < MOST_SITES
                        && isSite(path.getFileName().toString())
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    sites.add(path);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return List.of();
        }
        sites.sort(Comparator.naturalOrder());
        return sites;
    }

    private static boolean isSite(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    /** Packages in a sub-folder, the copies that other programs make in conflict too; the oldest name first. */
    static List<Path> packages(Path site) {
        List<Path> packages = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(site)) {
            for (Path path : all) {
                String name = path.getFileName().toString();
                if (packages.size() < MOST_FILES
                        && name.toLowerCase(Locale.ROOT).endsWith(WorkFolder.ENDING)
                        && !name.startsWith(".")
                        && !name.startsWith("~")
                        && name.indexOf('\t') < 0
                        && name.indexOf('\n') < 0
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    packages.add(path);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return List.of();
        }
        packages.sort(Comparator.naturalOrder());
        return packages;
    }

    /** Length and time of a file, by which a change is noticed; empty if it is gone. */
    static Optional<String> state(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    attributes.size() + " " + attributes.lastModifiedTime().toMillis());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Our own sub-folder, without what a program that was killed left in it. */
    static void make(Path place) {
        try {
            Files.createDirectories(place);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(place, ".*.part")) {
                for (Path part : left) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw IoProblems.of(String.valueOf(place.getFileName()), e);
        }
    }

    /** A name that no other package of the site has. */
    static String name(Instant now, UUID fresh) {
        return WHEN.format(now) + "-" + fresh.toString().substring(24) + WorkFolder.ENDING;
    }
}
