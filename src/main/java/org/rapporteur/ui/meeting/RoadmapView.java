package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.PartialDate;
import org.rapporteur.core.meeting.Roadmap;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/**
 * A process drawn over time: phases as bars, their milestones below them with their names beside the marks, meetings in a
 * part of their own. Time runs as the language reads; a date known to the month only is drawn as the whole month.
 */
final class RoadmapView extends Pane {
    private static final double ROW = 24;
    private static final double HEAD = 26;
    private static final double LEAST_BAR = 6;
    private static final double LABEL_GAP = 6;

    private final I18n i18n;
    private final MeetingParts parts;
    private final LatestTask<Optional<Roadmap>> loading;
    private Roadmap roadmap;
    private UUID process;
    private UUID meeting;
    private boolean drawing;

    RoadmapView(MeetingParts parts) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.loading = new LatestTask<>(parts.kit().tasks(), found -> {
            roadmap = found.orElse(null);
            draw();
        });
        getStyleClass().add("roadmap");
        setAccessibleRole(AccessibleRole.PARENT);
        widthProperty().addListener((o, was, is) -> drawSoon());
        parts.recordKit()
                .follow(
                        this,
                        Set.of(MeetingKinds.PROCESS, MeetingKinds.PHASE, MeetingKinds.MILESTONE, MeetingKinds.MEETING),
                        commit -> load());
    }

    /**
     * Shows a process.
     *
     * @param marked the meeting to mark in it, null for none
     */
    void show(UUID newProcess, UUID marked) {
        process = newProcess;
        meeting = marked;
        load();
    }

    Roadmap roadmap() {
        return roadmap;
    }

    private void load() {
        UUID wanted = process;
        if (wanted != null) {
            loading.request(progress -> Roadmap.read(parts.records(), wanted));
        }
    }

    /** After the layout that is going on: what is added in the middle of one is not drawn. */
    private void drawSoon() {
        if (!drawing) {
            drawing = true;
            Fx.later(() -> {
                drawing = false;
                draw();
            });
        }
    }

    private void draw() {
        getChildren().clear();
        if (roadmap == null || roadmap.first().isEmpty() || getWidth() < 80) {
            setMinHeight(0);
            setPrefHeight(0);
            return;
        }
        LocalDate from = roadmap.first().get().withDayOfMonth(1);
        LocalDate to = YearMonth.from(roadmap.last().orElseThrow()).atEndOfMonth();
        Scale scale = new Scale(from, ChronoUnit.DAYS.between(from, to) + 1, getWidth());
        double height = HEAD + rows() * ROW + 8;
        grid(scale, from, to, height);
        Language language = i18n.language().get();
        double y = HEAD;
        for (Roadmap.Phase phase : roadmap.phases()) {
            if (phase.span().known()) {
                bar(scale, phase, language, y);
                y += ROW;
            }
            for (Roadmap.Milestone milestone : phase.milestones()) {
                if (milestone.span().known()) {
                    mark(
                            scale,
                            milestone.span(),
                            icon(milestone.type()),
                            milestone.name().text(language),
                            milestone.source(),
                            "roadmap-mark",
                            y);
                    y += ROW;
                }
            }
        }
        for (Meeting one : roadmap.meetings()) {
            PartialDate first = day(one.first().orElseThrow());
            PartialDate last = day(one.last().orElseThrow());
            mark(
                    scale,
                    new Roadmap.Span(first, last),
                    Material2OutlinedAL.EVENT,
                    one.shortName(language),
                    "",
                    one.id().equals(meeting) ? "roadmap-this" : "roadmap-meeting",
                    y);
            y += ROW;
        }
        setMinHeight(height);
        setPrefHeight(height);
    }

    private static PartialDate day(LocalDate day) {
        return new PartialDate(day, day, PartialDate.Precision.DAY);
    }

    private long rows() {
        return roadmap.phases().stream()
                        .mapToLong(phase -> (phase.span().known() ? 1 : 0)
                                + phase.milestones().stream()
                                        .filter(m -> m.span().known())
                                        .count())
                        .sum()
                + roadmap.meetings().size();
    }

    /** Months as lines; their names where there is room, years always. */
    private void grid(Scale scale, LocalDate from, LocalDate to, double height) {
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        long step = Math.max(1, (long) Math.ceil(months * 74.0 / scale.width()));
        step = step > 6 ? 12 : step > 3 ? 6 : step;
        for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            long index = ChronoUnit.MONTHS.between(LocalDate.of(month.getYear(), 1, 1), month);
            if (index % step != 0) {
                continue;
            }
            double x = scale.x(month);
            Region line = new Region();
            line.getStyleClass().add("roadmap-line");
            put(line, x, HEAD - 4, 1, height - HEAD);
            Label name = new Label(
                    step == 12
                            ? String.valueOf(month.getYear())
                            : i18n.formats().month(YearMonth.from(month)));
            name.getStyleClass().add("roadmap-month");
            put(name, x + 3, 0, Math.min(120, Math.max(10, scale.width() - x)), HEAD - 4);
        }
    }

    private void bar(Scale scale, Roadmap.Phase phase, Language language, double y) {
        double x = scale.x(phase.span().first());
        double width = Math.max(LEAST_BAR, scale.x(phase.span().last().plusDays(1)) - x);
        String name = phase.name().text(language);
        Label bar = new Label(name);
        bar.getStyleClass().add("roadmap-phase");
        bar.setAlignment(Pos.CENTER_LEFT);
        describe(bar, name, phase.span(), phase.source());
        double needed = name.length() * 7.5 + 16;
        if (needed <= width) {
            put(bar, x, y + 2, width, ROW - 4);
        } else {
            // The name does not fit in: the bar alone, its name beside it.
            bar.setText("");
            put(bar, x, y + 2, width, ROW - 4);
            beside(scale, name, "roadmap-phase-name", x, width, needed, y);
        }
    }

    private void mark(Scale scale, Roadmap.Span span, Ikon ikon, String name, String source, String style, double y) {
        double x = scale.x(span.first());
        double width = Math.max(LEAST_BAR, scale.x(span.last().plusDays(1)) - x);
        Label mark = new Label();
        mark.getStyleClass().add(style);
        describe(mark, name, span, source);
        put(mark, x, y + 7, width, ROW - 14);
        FontIcon icon = Icons.of(ikon, 14);
        icon.getStyleClass().add("roadmap-icon");
        Label words = beside(scale, name, "roadmap-name", x, width, name.length() * 7.2 + 26, y);
        words.setGraphic(icon);
    }

    /** Words behind a mark; before it where there is no room behind. */
    private Label beside(Scale scale, String name, String style, double x, double width, double needed, double y) {
        Label words = new Label(name);
        words.getStyleClass().add(style);
        double behind = scale.width() - x - width - LABEL_GAP;
        if (behind >= needed || behind >= x) {
            words.setAlignment(Pos.CENTER_LEFT);
            put(words, x + width + LABEL_GAP, y, Math.max(10, behind), ROW);
        } else {
            words.setAlignment(Pos.CENTER_RIGHT);
            put(words, 0, y, Math.max(10, x - LABEL_GAP), ROW);
        }
        return words;
    }

    private void describe(Label label, String name, Roadmap.Span span, String source) {
        String words = i18n.now("meeting.roadmap.spoken", name, dates(span));
        label.setAccessibleText(words);
        Tooltip tip = new Tooltip(source == null || source.isBlank() ? words : words + "\n" + source);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        label.setTooltip(tip);
    }

    private String dates(Roadmap.Span span) {
        if (span.from().precision() == PartialDate.Precision.DAY) {
            return i18n.formats().dates(span.first(), span.last());
        }
        String first = text(span.from());
        String last = text(span.to());
        return first.equals(last) ? first : i18n.now("meeting.times", first, last);
    }

    private String text(PartialDate date) {
        return switch (date.precision()) {
            case DAY -> i18n.formats().date(date.first());
            case MONTH -> i18n.formats().month(YearMonth.from(date.first()));
            case YEAR -> String.valueOf(date.first().getYear());
        };
    }

    private static Ikon icon(String type) {
        return switch (type) {
            case "negotiation_round" -> Material2OutlinedAL.FORUM;
            case "draft", "report" -> Material2OutlinedAL.DESCRIPTION;
            case "adoption" -> Material2OutlinedAL.GAVEL;
            case "presentation" -> Material2OutlinedMZ.RECORD_VOICE_OVER;
            default -> Material2OutlinedAL.FLAG;
        };
    }

    private void put(Region node, double x, double y, double width, double height) {
        node.setManaged(false);
        node.resizeRelocate(x, y, width, height);
        getChildren().add(node);
    }

    /** Days as pixels. */
    private record Scale(LocalDate from, long days, double width) {
        double x(LocalDate day) {
            return width * ChronoUnit.DAYS.between(from, day) / days;
        }
    }
}
