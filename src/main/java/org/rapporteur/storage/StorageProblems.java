package org.rapporteur.storage;

import java.sql.SQLException;
import org.rapporteur.core.problem.Problem;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Failures of the store in words. */
final class StorageProblems {
    private StorageProblems() {}

    static Problem of(SQLException failure) {
        int code = primaryCode(failure);
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return diskFull(failure);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return notOurs(failure);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return Problem.of("STO-03", "storage.damaged")
                    .kept("problem.kept.nothingChanged")
                    .advice("storage.advice.check")
                    .technical("database disk image is malformed")
                    .cause(failure)
                    .build();
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Problem.of("STO-04", "storage.busy")
                    .kept("problem.kept.nothingChanged")
                    .advice("problem.advice.closeOther")
                    .technical("database is locked")
                    .cause(failure)
                    .build();
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return readOnly();
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Problem.of("STO-06", "storage.cannotOpen")
                    .kept("problem.kept.nothingChanged")
                    .advice("problem.advice.otherPlace")
                    .technical("cannot open database")
                    .cause(failure)
                    .build();
        }
        return Problem.of("STO-99", "storage.failed")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.check")
                .technical("SQLite result " + code)
                .cause(failure)
                .build();
    }

    static Problem diskFull(Throwable cause) {
        return Problem.of("STO-01", "problem.file.diskFull")
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.freeSpace")
                .technical("disk full")
                .cause(cause)
                .build();
    }

    static Problem notOurs(Throwable cause) {
        return Problem.of("STO-02", "storage.notOurs")
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.chooseAgain")
                .technical("not a workspace database")
                .cause(cause)
                .build();
    }

    static Problem packageContradicts(String technical) {
        return Problem.of("STO-11", "storage.package.contradicts")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.packageAgain")
                .technical(technical)
                .build();
    }

    static Problem packageMisses() {
        return Problem.of("STO-12", "storage.package.misses")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.packageWait")
                .technical("a package's base is not covered")
                .build();
    }

    static Problem packageNotApplied() {
        return Problem.of("STO-13", "storage.package.notApplied")
                .kept("problem.kept.nothingChanged")
                .technical("undo of a package that is not applied")
                .build();
    }

    static Problem packageTooOld() {
        return Problem.of("STO-16", "storage.package.tooOld", Packages.TAKEN_BACK)
                .kept("problem.kept.nothingChanged")
                .technical("what the import replaced was let go of")
                .build();
    }

    static Problem laterPackageFirst() {
        return Problem.of("STO-14", "storage.package.laterFirst")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.laterFirst")
                .technical("undo of a package under a later one")
                .build();
    }

    static Problem splitSite() {
        return Problem.of("STO-15", "storage.package.splitSite")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.splitSite")
                .technical("two copies wrote under one site")
                .build();
    }

    static Problem readOnly() {
        return Problem.of("STO-05", "storage.readOnly")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.readOnly")
                .technical("workspace is open for reading only")
                .build();
    }

    static Problem newer(int found, int known) {
        return Problem.of("STO-07", "storage.newer", found, known)
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.update")
                .technical("schema " + found + " is newer than " + known)
                .build();
    }

    static Problem missing() {
        return Problem.of("STO-08", "storage.noWorkspace")
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.chooseAgain")
                .technical("no workspace.db in the folder")
                .build();
    }

    static Problem exists() {
        return Problem.of("STO-09", "storage.exists")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.emptyFolder")
                .technical("folder is not empty")
                .build();
    }

    static Problem inUse() {
        return Problem.of("STO-10", "storage.inUse")
                .kept("problem.kept.nothingChanged")
                .advice("storage.advice.inUse")
                .technical("another program holds the workspace")
                .build();
    }

    /** Primary result code of SQLite, -1 if the failure is not SQLite's. */
    static int primaryCode(SQLException failure) {
        return failure instanceof SQLiteException e ? e.getResultCode().code & 0xff : failure.getErrorCode() & 0xff;
    }
}
