package org.rapporteur.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void carriesBothMessagesAndTheCode() {
        Problem problem = Problem.of("STO-04", "storage.newer", "grcp", 7)
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.update")
                .technical("schema 9 is newer than 7")
                .build();
        assertEquals("STO-04", problem.code());
        assertEquals(new Message("storage.newer", List.of("grcp", 7)), problem.what());
        assertEquals("problem.kept.nothingChanged", problem.kept().orElseThrow().key());
        assertEquals("problem.advice.update", problem.advice().orElseThrow().key());
        assertEquals("[STO-04] schema 9 is newer than 7", problem.getMessage());
    }

    @Test
    void refusesCodesThatCannotBeReadOverTheTelephone() {
        for (String code : List.of("", "sto-04", "STO04", "STORAGE-4", "S-04", "STO-4")) {
            assertThrows(IllegalArgumentException.class, () -> Problem.of(code, "x.y"), code);
        }
    }

    @Test
    void anUnexpectedFailureHasAStableCodeOfItsPlace() {
        String first = unexpectedCode(1);
        String second = unexpectedCode(2);
        assertEquals(first, second, "the code must not depend on the message");
        assertTrue(first.matches("UNX-[2-9A-Z]{4}"), first);
        assertNotEquals(first, Problem.unexpected(new IllegalStateException()).code());
    }

    private static String unexpectedCode(int detail) {
        return Problem.unexpected(new IllegalArgumentException("personal detail " + detail))
                .code();
    }

    @Test
    void anUnexpectedFailureKeepsPersonalDetailOutOfTheLog() {
        Problem problem = Problem.unexpected(new IllegalArgumentException("Fatima"));
        assertFalse(problem.getMessage().contains("Fatima"), problem.getMessage());
    }

    @Test
    void aKnownProblemIsFoundAmongTheCauses() {
        Problem known = Problem.of("ABC-01", "a.b").build();
        assertSame(known, Problem.unexpected(new RuntimeException(new IllegalStateException(known))));
    }

    @Test
    void failuresOfFilesAreToldApart() {
        assertEquals("FIL-01", code(new IOException("No space left on device")));
        assertEquals("FIL-01", code(new FileSystemException("/x/a", null, "No space left on device")));
        assertEquals("FIL-02", code(new NoSuchFileException("/x/a")));
        assertEquals("FIL-02", code(new FileNotFoundException("/x/a (No such file or directory)")));
        assertEquals("FIL-03", code(new AccessDeniedException("/x/a")));
        assertEquals("FIL-03", code(new FileNotFoundException("/x/a (Permission denied)")));
        assertEquals("FIL-04", code(new FileSystemException("/x/a", null, "Read-only file system")));
        assertEquals(
                "FIL-05",
                code(new FileSystemException(
                        "a", null, "The process cannot access the file because it is being used by another process")));
        assertEquals("FIL-06", code(new FileSystemException("a", null, "File name too long")));
        assertEquals("FIL-99", code(new IOException("Input/output error")));
        assertEquals(
                "FIL-98",
                Problem.unexpected(new UncheckedIOException(new IOException("x")))
                        .code());
    }

    @Test
    void theLogOfAFailedFileHoldsNoPath() {
        Problem problem = IoProblems.of("list.csv", new NoSuchFileException("/home/fatima/list.csv"));
        assertFalse(problem.getMessage().contains("fatima"), problem.getMessage());
    }

    private static String code(IOException failure) {
        return IoProblems.of("a", failure).code();
    }

    @Test
    void refusalsSayWhere() {
        Refusal cell = Refusal.cell("a.csv", "", 3, "B3", "table.tooLong", 10);
        assertEquals(3, cell.row());
        assertFalse(cell.wholeFile());
        assertTrue(Refusal.file("a.csv", "table.empty").wholeFile());
        assertThrows(IllegalArgumentException.class, () -> Refusal.row("a", "", -1, "table.empty"));
    }
}
