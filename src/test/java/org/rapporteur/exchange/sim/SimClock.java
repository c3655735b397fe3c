package org.rapporteur.exchange.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of one laptop: right, years off, running backwards or standing still. */
final class SimClock extends Clock {
    enum Way {
        RIGHT,
        TEN_YEARS_AHEAD,
        TEN_YEARS_BEHIND,
        BACKWARDS,
        FROZEN
    }

    private static final Duration TICK = Duration.ofSeconds(47);

    private final Way way;
    private Instant now;

    SimClock(Way way) {
        this.way = way;
        Instant start = Instant.parse("2017-09-01T08:00:00Z");
        this.now = switch (way) {
            case TEN_YEARS_AHEAD -> start.plus(Duration.ofDays(3653));
            case TEN_YEARS_BEHIND -> start.minus(Duration.ofDays(3653));
            default -> start;
        };
    }

    @Override
    public synchronized Instant instant() {
        now = switch (way) {
            case FROZEN -> now;
            case BACKWARDS -> now.minus(TICK);
            default -> now.plus(TICK);
        };
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
