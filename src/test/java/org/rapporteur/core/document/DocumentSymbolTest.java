package org.rapporteur.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSymbolTest {
    private static DocumentSymbol symbol(String text) {
        return DocumentSymbol.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "A/CONF.231/3, A/CONF.231/3",
        "A/CONF.231/3/Rev.1, A/CONF.231/3/Rev.1",
        "a/conf.231/3/rev 1, a/conf.231/3/Rev.1",
        "GRCP/7/INF.1/ADD.2 / corr3, GRCP/7/INF.1/Add.2/Corr.3",
        "A/CONF.231/L.1/Amend.1, A/CONF.231/L.1/Amend.1",
        "ГКМ/7/3, ГКМ/7/3"
    })
    void readsSymbolsAndWritesThemInTheUsualForm(String typed, String usual) {
        assertEquals(usual, symbol(typed).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "A//3, document.symbol.slash",
        "A/3/, document.symbol.slash",
        "A/3/Rev.0, document.symbol.zero",
        "A/3/Rev.1/4, document.symbol.after",
        "A/3 draft, document.symbol.sign",
        "Rev.1, document.symbol.base",
        "A/3/rev1, document.symbol.usual"
    })
    void saysWhatIsWrong(String typed, String key) {
        List<String> keys =
                DocumentSymbol.faults(typed).stream().map(m -> m.key()).toList();
        assertEquals(key == null ? List.of() : List.of(key), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "a b", "A/\u202eB"})
    void refusesWhatIsNoSymbol(String typed) {
        assertEquals(Optional.empty(), DocumentSymbol.parse(typed));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertEquals(Optional.empty(), DocumentSymbol.parse("A".repeat(81)));
        assertEquals(
                "document.symbol.long",
                DocumentSymbol.faults("A".repeat(81)).getFirst().key());
    }

    @Test
    void nextFollowsThePracticeOfTheUnitedNations() {
        assertEquals(
                "X/1/Rev.1",
                symbol("X/1").next(DocumentSymbol.Mark.REV, List.of()).toString());
        assertEquals(
                "X/1/Rev.2",
                symbol("X/1/Rev.1").next(DocumentSymbol.Mark.REV, List.of()).toString());
        assertEquals(
                "X/1/Add.1/Rev.1",
                symbol("X/1/Add.1").next(DocumentSymbol.Mark.REV, List.of()).toString());
        assertEquals(
                "X/1/Add.2",
                symbol("X/1/Add.1").next(DocumentSymbol.Mark.ADD, List.of()).toString());
        assertEquals(
                "X/1/Rev.1/Add.1",
                symbol("X/1/Rev.1").next(DocumentSymbol.Mark.ADD, List.of()).toString());
        assertEquals(
                "X/1/Add.1/Corr.1",
                symbol("X/1/Add.1").next(DocumentSymbol.Mark.CORR, List.of()).toString());
    }

    @Test
    void nextPassesOverSymbolsInUseHoweverTheyAreWritten() {
        assertEquals(
                "X/1/Rev.3",
                symbol("X/1")
                        .next(DocumentSymbol.Mark.REV, List.of("x/1/REV 1", "X/1/Rev.2", "nonsense!"))
                        .toString());
    }

    @Test
    void parentIsWhatIsRevised() {
        assertEquals(
                "X/1/Add.1", symbol("X/1/Add.1/Corr.2").parent().orElseThrow().toString());
        assertTrue(symbol("X/1").parent().isEmpty());
    }
}
