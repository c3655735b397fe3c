package org.rapporteur.ui.shell;

/** A screen with a list, or with several: Ctrl+N makes one more of what the list in sight holds. */
public interface MakesNew {
    /** Makes one more, or brings the keyboard to where one says which. On the window's thread. */
    void makeNew();
}
