package org.rapporteur.documents.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rapporteur.core.text.Language;

/**
 * A document before it is written to any format.
 *
 * @param language the language it is in, and so its direction
 * @param properties what a file browser and the running heads show
 * @param landscape whether the pages lie on their long side
 * @param blocks its contents in order
 */
public record TextDocument(Language language, Properties properties, boolean landscape, List<Block> blocks) {

    public TextDocument {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(properties, "properties");
        blocks = List.copyOf(blocks);
    }

    /**
     * What is known about the document as a whole.
     *
     * @param title its title, as text
     * @param creator the body that issues it
     * @param subject the meeting or survey that it belongs to
     * @param keywords themes, separated by commas; may be empty
     * @param symbol the document symbol, on every page but the first; empty when there is none
     * @param runningHead a short title for the head of the pages that follow the first
     * @param footer words at the foot of every page, such as the notice that the contents are illustrative; may be empty
     * @param created when it was made, as the caller's clock says
     */
    public record Properties(
            String title,
            String creator,
            String subject,
            String keywords,
            String symbol,
            String runningHead,
            String footer,
            Instant created) {
        public Properties {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(created, "created");
        }
    }
}
