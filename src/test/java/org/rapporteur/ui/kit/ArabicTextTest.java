package org.rapporteur.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Arabic on the screen: what the toolkit got wrong and ours puts right (see com.sun.javafx.text, Fonts). */
class ArabicTextTest {
    private static final List<String> TEXTS = List.of(
            "الاجتماع GRCP 7، جنيف 2017: جدول الأعمال والاستقصاء والمواضيع والتوصيات.",
            "كما وردت في المصدر تمامًا، حتى لو خالفها مصدر آخر.",
            "افتح «الاجتماعات» وأنشئ اجتماعًا أو انسخ اجتماعًا سابقًا (انظر الفقرة 12)، ثم رتّب جدول أعماله.",
            "أوقات البرنامج محلية وفق هذه المنطقة، مثل Europe/Zurich.");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(Stage::hide);
        Fonts.load();
    }

    private static Text text(String words, String family, double width) {
        Text text = new Text(words);
        text.setFont(Font.font(family, 14));
        text.setWrappingWidth(width);
        Group group = new Group(text);
        group.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return text;
    }

    @Test
    void wrapsAtEveryWidth() throws Exception {
        List<String> failures = WaitForAsyncUtils.asyncFx(() -> {
                    List<String> failed = new ArrayList<>();
                    for (String family : List.of("System", "Rapporteur Sans")) {
                        for (String words : TEXTS) {
                            double height = Double.MAX_VALUE;
                            for (int width = 80; width < 700; width += 3) {
                                try {
                                    double now = text(words, family, width)
                                            .getLayoutBounds()
                                            .getHeight();
                                    if (now > height + 0.5) {
                                        failed.add(family + " grows at " + width);
                                    }
                                    height = now;
                                } catch (ArrayIndexOutOfBoundsException e) {
                                    failed.add(family + " at " + width + ": " + words);
                                }
                            }
                        }
                    }
                    return failed;
                })
                .get(30, TimeUnit.SECONDS);
        assertTrue(failures.isEmpty(), () -> failures.size() + " failures, such as " + failures.getFirst());
    }

    @Test
    void noLineIsWiderThanAsked() throws Exception {
        double widest = WaitForAsyncUtils.asyncFx(() -> TEXTS.stream()
                        .mapToDouble(words -> text(words, "Rapporteur Sans", 200)
                                .getLayoutBounds()
                                .getWidth())
                        .max()
                        .orElseThrow())
                .get(30, TimeUnit.SECONDS);
        assertTrue(widest <= 201, "words that stand twice make lines too wide: " + widest);
    }

    @Test
    void oneFontHoldsLatinCyrillicAndArabicAtOneHeight() throws Exception {
        List<Double> heights = WaitForAsyncUtils.asyncFx(() -> List.of("Agenda", "Повестка", "جدول الأعمال").stream()
                        .map(words -> text(words, "Rapporteur Sans", 0)
                                .getLayoutBounds()
                                .getHeight())
                        .toList())
                .get(30, TimeUnit.SECONDS);
        assertEquals(1, heights.stream().distinct().count(), heights.toString());
        assertEquals("Rapporteur Sans", Font.font("Rapporteur Sans", 14).getFamily());
    }
}
