package org.rapporteur.core.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which rows of one kind to read, and in what order. Immutable; each step returns a new query. */
public record Query(
        Kind kind, List<Condition> conditions, List<Order> orders, int limit, int offset, boolean deletedToo) {

    /** A column that equals the value (null: is empty), or one of the values if it is a collection. */
    public record Condition(String column, Object value) {}

    /** A column to sort by. */
    public record Order(String column, boolean descending) {}

    public Query {
        conditions = List.copyOf(conditions);
        orders = List.copyOf(orders);
    }

    public static Query of(Kind kind) {
        return new Query(kind, List.of(), List.of(), Integer.MAX_VALUE, 0, false);
    }

    /** The rows of the kind that are part of one parent, in their order. */
    public static Query partsOf(Kind kind, UUID parent) {
        Query query = of(kind).where(kind.parent().orElseThrow().name(), parent);
        return kind.orderField().isPresent() ? query.by(kind.orderField().get().name()) : query;
    }

    public Query where(String column, Object value) {
        if (!column.equals("id") && !column.equals("scope")) {
            kind.indexOf(column);
        }
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(column, value instanceof Collection<?> c ? List.copyOf(c) : value));
        return new Query(kind, more, orders, limit, offset, deletedToo);
    }

    public Query by(String column) {
        return order(column, false);
    }

    public Query byDescending(String column) {
        return order(column, true);
    }

    private Query order(String column, boolean descending) {
        kind.indexOf(column);
        List<Order> more = new ArrayList<>(orders);
        more.add(new Order(column, descending));
        return new Query(kind, conditions, more, limit, offset, deletedToo);
    }

    public Query page(int most, int from) {
        return new Query(kind, conditions, orders, most, from, deletedToo);
    }

    public Query withDeleted() {
        return new Query(kind, conditions, orders, limit, offset, true);
    }
}
