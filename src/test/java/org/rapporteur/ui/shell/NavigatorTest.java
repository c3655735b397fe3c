package org.rapporteur.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final Navigator navigator = new Navigator();
    private final Place meeting = Place.of("meetings").then("m1", "GRCP 7");
    private final Place agenda = meeting.thenKey("agenda", "meeting.tab.agenda");
    private final Place survey = Place.of("surveys").then("s1", "Survey");

    @Test
    void backAndForward() {
        navigator.open(meeting);
        navigator.open(agenda);
        navigator.open(survey);
        navigator.back();
        navigator.back();
        assertEquals(meeting, navigator.current().get());
        assertFalse(navigator.canGoBack().get());
        navigator.forward();
        assertEquals(agenda, navigator.current().get());
        navigator.open(Place.of("documents"));
        assertFalse(navigator.canGoForward().get());
        navigator.back();
        assertEquals(agenda, navigator.current().get());
    }

    @Test
    void theSamePlaceAgainIsNoStep() {
        navigator.open(meeting);
        navigator.open(meeting);
        assertFalse(navigator.canGoBack().get());
    }

    @Test
    void newWordsReachWhoeverFollows() {
        navigator.open(meeting);
        List<String> words = new ArrayList<>();
        navigator
                .current()
                .addListener((javafx.beans.Observable o) ->
                        words.add(navigator.current().get().steps().getFirst().label()));
        navigator.replace(Place.of("meetings").then("m1", "GRCP 7, Geneva"));
        assertEquals(List.of("GRCP 7, Geneva"), words);
    }

    @Test
    void anAreaOpensWhereOneWasAndThenItsFirstScreen() {
        navigator.open(agenda);
        navigator.open(survey);
        navigator.openArea("meetings");
        assertEquals(agenda, navigator.current().get());
        navigator.openArea("meetings");
        assertEquals(Place.of("meetings"), navigator.current().get());
        assertTrue(navigator.canGoBack().get());
    }

    @Test
    void recordsHaveOnePlaceEach() {
        assertEquals(
                Optional.of(
                        Place.of("meetings").then("m", "").then("agenda", "").then("s", "")),
                RecordPlaces.of(List.of(
                        new RecordPlaces.Part("meeting", "m", "GRCP 7"),
                        new RecordPlaces.Part("session", "s", "Opening"))));
        assertEquals(
                Optional.of(Place.of("participants").then("person", "").then("p", "")),
                RecordPlaces.of(List.of(new RecordPlaces.Part("person", "p", "A. Person"))));
        assertEquals(
                Optional.of(Place.of("surveys").then("s", "").then("answer", "").then("a", "")),
                RecordPlaces.of(List.of(
                        new RecordPlaces.Part("survey", "s", ""),
                        new RecordPlaces.Part("response", "r", ""),
                        new RecordPlaces.Part("answer", "a", ""))));
        assertEquals(Optional.empty(), RecordPlaces.of(List.of(new RecordPlaces.Part("stated_fact", "f", ""))));
    }
}
