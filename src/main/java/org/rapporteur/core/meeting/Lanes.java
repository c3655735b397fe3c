package org.rapporteur.core.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts sessions that run at the same moment in one column side by side, as calendars do. */
public final class Lanes {
    /**
     * Where a session stands across its column.
     *
     * @param lane from 0
     * @param span how many lanes it takes
     * @param of how many lanes there are where it stands
     */
    public record Lane(int lane, int span, int of) {}

    private Lanes() {}

    /** Lanes of timed sessions of one day and column, in any order. */
    public static Map<UUID, Lane> of(List<Session> sessions) {
        List<Session> sorted = new ArrayList<>(sessions);
        sorted.sort((a, b) -> {
            int byStart = Integer.compare(a.slot().from(), b.slot().from());
            return byStart != 0
                    ? byStart
                    : Integer.compare(b.slot().to(), a.slot().to());
        });
        Map<UUID, Lane> lanes = new LinkedHashMap<>();
        List<Session> group = new ArrayList<>();
        int groupEnd = -1;
        for (Session session : sorted) {
            if (session.slot().from() >= groupEnd) {
                place(group, lanes);
                group.clear();
            }
            group.add(session);
            groupEnd = Math.max(groupEnd, session.slot().to());
        }
        place(group, lanes);
        return lanes;
    }

    private static void place(List<Session> group, Map<UUID, Lane> lanes) {
        List<List<Session>> columns = new ArrayList<>();
        Map<UUID, Integer> own = new LinkedHashMap<>();
        for (Session session : group) {
            int lane = 0;
            while (lane < columns.size()
                    && columns.get(lane).getLast().slot().to() > session.slot().from()) {
                lane++;
            }
            if (lane == columns.size()) {
                columns.add(new ArrayList<>());
            }
            columns.get(lane).add(session);
            own.put(session.id(), lane);
        }
        for (Session session : group) {
            int lane = own.get(session.id());
            int span = 1;
            while (lane + span < columns.size() && isFree(columns.get(lane + span), session)) {
                span++;
            }
            lanes.put(session.id(), new Lane(lane, span, columns.size()));
        }
    }

    private static boolean isFree(List<Session> column, Session session) {
        return column.stream().noneMatch(other -> other.slot().overlaps(session.slot()));
    }
}
