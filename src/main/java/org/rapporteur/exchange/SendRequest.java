package org.rapporteur.exchange;

import java.util.List;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.Selection;

/**
 * What to write into a package, and for whom.
 *
 * @param to the colleague; the package then brings what they are not known to have. Null: everything, for anyone
 * @param full everything, even to a colleague who is known to have much of it (a handover)
 * @param extract what an extract keeps and leaves out; null for an ordinary package
 * @param passphrase encrypts the package with it; null for none. Cleared by nobody but the caller
 * @param recipients age recipients ("age1...") to encrypt for; empty for none. Not together with a passphrase
 * @param signed whether to sign it
 */
public record SendRequest(
        Colleague to,
        boolean full,
        Selection.Extract extract,
        char[] passphrase,
        List<String> recipients,
        boolean signed) {
    public SendRequest {
        recipients = List.copyOf(recipients);
    }

    /** Everything, signed, not encrypted. */
    public static SendRequest everything() {
        return new SendRequest(null, true, null, null, List.of(), true);
    }

    /** What the colleague lacks, signed; encrypted for them if {@code encrypted} and their recipient is known. */
    public static SendRequest to(Colleague colleague, boolean encrypted) {
        return new SendRequest(
                colleague,
                false,
                null,
                null,
                encrypted && colleague.recipient() != null ? List.of(colleague.recipient()) : List.of(),
                true);
    }
}
