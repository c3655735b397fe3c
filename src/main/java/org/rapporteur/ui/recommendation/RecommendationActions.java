package org.rapporteur.ui.recommendation;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Notice;

/** What a person does with a recommendation; each is one named step of undo, and what is being typed is written first. */
final class RecommendationActions {
    private final RecommendationParts parts;

    RecommendationActions(RecommendationParts parts) {
        this.parts = parts;
    }

    void addVersion(RecommendationData data, Consumer<UUID> then) {
        String label = parts.nextLabel(data.versions());
        parts.recordKit().edits().commitTyping();
        parts.recordKit()
                .edits()
                .write(
                        parts.step("recommendation.step.version", data.row()),
                        tx -> RecommendationSteps.addVersion(tx, data.row().id(), label, parts.today()),
                        then);
    }

    /** Adopts the version; the day is the one stated, else the meeting's last, else today, and can be changed later. */
    void adopt(RecommendationData data, UUID version) {
        LocalDate day = data.adoptionDay(parts.today());
        I18n i18n = parts.i18n();
        parts.recordKit().edits().commitTyping();
        parts.recordKit()
                .edits()
                .write(
                        parts.step("recommendation.step.adopt", data.row()),
                        tx -> RecommendationSteps.adopt(tx, data.row().id(), version, day),
                        hash -> parts.kit()
                                .notifications()
                                .show(Notice.success(i18n.text(
                                        "recommendation.adopted",
                                        i18n.format(f -> f.date(day)),
                                        hash.substring(0, 8)))));
    }

    void reopen(RecommendationData data, Consumer<UUID> then) {
        String label = parts.nextLabel(data.versions());
        parts.recordKit()
                .edits()
                .write(
                        parts.step("recommendation.step.reopen", data.row()),
                        tx -> RecommendationSteps.reopen(tx, data.row().id(), label, parts.today()),
                        then);
    }

    void negotiate(Row row) {
        parts.recordKit().edits().setAlone(row, "status", "in_negotiation");
    }
}
