package org.rapporteur.ui.survey;

import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * One tab of a survey.
 *
 * @param id identifier, also the step of a place
 * @param labelKey key of its name
 * @param view makes the view of one survey; returns at once and reads in the background
 */
record SurveyTab(String id, String labelKey, Function<UUID, Node> view) {}
