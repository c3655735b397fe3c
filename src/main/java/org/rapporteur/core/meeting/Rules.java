package org.rapporteur.core.meeting;

import java.time.LocalTime;

/**
 * What a sound programme keeps to.
 *
 * @param opens when the house opens
 * @param closes when it closes
 * @param longestSitting minutes without a break after which people stop listening
 * @param shortestBreak minutes of a pause that counts as a break
 */
public record Rules(LocalTime opens, LocalTime closes, int longestSitting, int shortestBreak) {
    /** Eight to seven, a break of ten minutes or more at least every two hours and a half. */
    public static final Rules USUAL = new Rules(LocalTime.of(8, 0), LocalTime.of(19, 0), 150, 10);

    int opening() {
        return opens.getHour() * 60 + opens.getMinute();
    }

    int closing() {
        return closes.getHour() * 60 + closes.getMinute();
    }
}
