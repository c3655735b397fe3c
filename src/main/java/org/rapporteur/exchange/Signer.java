package org.rapporteur.exchange;

import org.rapporteur.core.exchange.Colleague;

/**
 * Who signed a package.
 *
 * @param state what is known of the signer
 * @param fingerprint of the key, in groups of digits to read over the phone; null if unsigned
 * @param colleague whose key it is, or whose site wrote the package; null if nobody's we know
 */
public record Signer(State state, String fingerprint, Colleague colleague) {

    /** What is known of a signer. */
    public enum State {
        UNSIGNED,
        /** Signed with a key that was not seen before. */
        NEW,
        /** Signed with a known key whose fingerprint nobody has compared yet. */
        KNOWN,
        /** Signed with a key whose fingerprint was compared. */
        VERIFIED,
        /** Signed with another key than the colleague used until now, or no longer signed. */
        CHANGED
    }
}
