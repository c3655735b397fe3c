package org.rapporteur.ui.recommendation;

import java.util.UUID;
import java.util.function.Consumer;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;
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

    /** Records what was asked for; the text, its languages and its day are those that were shown. */
    void adopt(RecommendationData data, Adopting what, Runnable then) {
        I18n i18n = parts.i18n();
        String step =
                switch (what.change()) {
                    case CORRIGENDUM -> "recommendation.step.correct";
                    case REVISION -> "recommendation.step.revise";
                    default -> "recommendation.step.adopt";
                };
        parts.recordKit().edits().commitTyping();
        parts.recordKit()
                .edits()
                .write(
                        parts.step(step, data.row()),
                        tx -> RecommendationSteps.adopt(tx, data.row().id(), what),
                        act -> {
                            then.run();
                            parts.kit()
                                    .notifications()
                                    .show(Notice.success(i18n.text(
                                            "recommendation.adopted",
                                            i18n.format(f -> f.date(act.day())),
                                            act.hash().substring(0, 8))));
                        });
    }

    /** Settles between adoptions that differ. */
    void decide(RecommendationData data, UUID chosen) {
        parts.recordKit()
                .edits()
                .run(
                        parts.step("recommendation.step.decide", data.row()),
                        tx -> RecommendationSteps.decide(tx, data.row().id(), chosen, "", author()));
    }

    /** Takes an adoption back, for a reason. */
    void revoke(RecommendationData data, String reason) {
        parts.recordKit()
                .edits()
                .run(
                        parts.step("recommendation.step.revoke", data.row()),
                        tx -> RecommendationSteps.revoke(tx, data.row().id(), parts.today(), reason, author()));
    }

    /** Adds a language to the adopted text, as a record of its own. */
    void translate(RecommendationData data, RecommendationSteps.Translating what) {
        parts.recordKit()
                .edits()
                .write(
                        parts.step("recommendation.step.translate", data.row()),
                        tx -> RecommendationSteps.translate(tx, data.row().id(), what),
                        act -> parts.kit()
                                .notifications()
                                .show(Notice.success(parts.i18n()
                                        .text(
                                                "recommendation.translated",
                                                act.hash().substring(0, 8)))));
    }

    private String author() {
        return parts.kit().settings().get().author();
    }

    /** A language version was compared with the original and says the same. */
    void upToDate(RecommendationData data, UUID version, String language) {
        parts.recordKit()
                .edits()
                .run(
                        parts.step("recommendation.step.uptodate", data.row()),
                        tx -> RecommendationSteps.upToDate(tx, version, language));
    }

    /** Puts the adopted wording back into a version that was changed elsewhere. */
    void putBack(RecommendationData data, AdoptionAct act) {
        parts.recordKit().edits().run(parts.step("recommendation.step.putback", data.row()), tx -> {
            RecommendationSteps.putBack(tx, act);
        });
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

    void withdraw(Row row) {
        parts.recordKit().edits().setAlone(row, "status", "withdrawn");
    }

    void notInSource(Row row) {
        parts.recordKit().edits().setAlone(row, "status", "not_in_source");
    }

    void negotiate(Row row) {
        parts.recordKit().edits().setAlone(row, "status", "in_negotiation");
    }
}
