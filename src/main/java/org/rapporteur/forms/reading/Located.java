package org.rapporteur.forms.reading;

import org.rapporteur.forms.FormLayout.Place;

/**
 * A row of which it is known what it asks, or that it asks something that is not clear.
 *
 * @param grid the sheet
 * @param row the row
 * @param place question and choice; if not clear null, or the question whose choice it may be
 * @param by how it was recognised
 */
record Located(Grid grid, int row, Place place, By by) {

    /** How a row was recognised, the surest first. */
    enum By {
        KEY,
        NAME,
        LABEL,
        /** By a wording that was changed. */
        LIKENESS,
        /** Its key names a question that the survey no longer has. */
        GONE,
        /** Key and words disagree. */
        DISAGREE,
        /** Its words are like those of none or of several questions. */
        UNCLEAR
    }

    boolean clear() {
        return by.ordinal() <= By.LIKENESS.ordinal();
    }
}
