package org.rapporteur.launch.sample;

import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Label;

/**
 * Builds the GRCP 7 sample from the sources in {@code assets/sample}: meetings, agenda, delegations, survey, those
 * asked, codebook, recommendations and the process behind them. The answers come from the returned files, the codings
 * after the answers ({@link SampleCodings}).
 */
public final class SampleBuilder {
    private SampleBuilder() {}

    /** Adds reference lists and sample as one step. */
    public static void build(Changes changes) {
        SampleKeys keys = new SampleKeys();
        changes.run(Label.of("step.sample"), tx -> {
            ReferenceLists.add(tx);
            SampleDirectory.add(tx);
            SampleProcess.add(tx);
            SampleMeetings.add(tx, keys);
            SampleAgenda.add(tx, keys);
            SampleParticipants.add(tx, keys);
            SampleSurvey.add(tx, keys);
            SampleRecommendations.add(tx);
            SampleRecommendations.papers(tx);
        });
    }
}
