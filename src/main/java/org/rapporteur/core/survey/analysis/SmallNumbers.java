package org.rapporteur.core.survey.analysis;

/** What is not computed from few respondents, because it would seem to say more than the counts do. */
public final class SmallNumbers {
    /** Below this base no percentage and no measure of association is given. */
    public static final int SMALLEST_BASE = 20;

    private SmallNumbers() {}
}
