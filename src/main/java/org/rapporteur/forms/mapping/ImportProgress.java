package org.rapporteur.forms.mapping;

/** Hears how far a long import is, and may stop it. Called on the writer's thread; must be quick. */
public interface ImportProgress {
    /** Never stops anything. */
    ImportProgress NONE = rows -> true;

    /**
     * Called after some rows.
     *
     * @param rows rows done so far
     * @return false to stop; nothing is kept then
     */
    boolean at(long rows);
}
