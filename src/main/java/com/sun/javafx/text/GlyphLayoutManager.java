package com.sun.javafx.text;

import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.font.PrismFontFactory;

/**
 * Stands in for the toolkit's class of the same name, because on Linux JavaFX 24 to 26 can't wrap Arabic: its Pango
 * layout keeps the text of a run by the run's identity, and when a line break splits a run, the first half is laid
 * out again from the text of the whole. Words then appear twice, and a third of all widths end in an
 * {@code ArrayIndexOutOfBoundsException}. Here every run is laid out by a layout that has seen no other.
 *
 * <p>Works as long as our classes come before JavaFX on the class path. A test wraps Arabic at many widths; when it
 * passes without this class, delete it.
 */
public final class GlyphLayoutManager {
    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).startsWith("linux");

    private GlyphLayoutManager() {}

    /** A layout for one text; the caller disposes of it. */
    public static GlyphLayout getInstance() {
        GlyphLayout layout = PrismFontFactory.getFontFactory().createGlyphLayout();
        return LINUX ? new Unremembering(layout) : layout;
    }

    /** Nothing to do: layouts are not used again. The toolkit's own layouts call this. */
    public static void dispose(GlyphLayout layout) {
        // See above.
    }

    private static final class Unremembering extends GlyphLayout {
        private final GlyphLayout real;

        private Unremembering(GlyphLayout real) {
            this.real = real;
        }

        @Override
        public int breakRuns(PrismTextLayout layout, char[] chars, int flags) {
            return real.breakRuns(layout, chars, flags);
        }

        @Override
        public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
            real.layout(run, font, strike, text);
            // Disposing of a layout only empties its memory; it can be used again.
            real.dispose();
        }

        @Override
        public void dispose() {
            real.dispose();
        }
    }
}
