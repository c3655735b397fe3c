package org.rapporteur.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.exchange.seal.Fingerprint;
import org.rapporteur.exchange.seal.Identity;

/**
 * Who wrote a package, as far as keys tell. A colleague's first key is pinned when their first signed package is
 * applied; it is never replaced by what a package says.
 */
final class Trust {
    private static final int SHORT = 8;

    private final ExchangeStore store;
    private final Supplier<Identity> identity;

    Trust(ExchangeStore store, Supplier<Identity> identity) {
        this.store = store;
        this.identity = identity;
    }

    Signer of(IncomingHead head) {
        List<Colleague> all = store.colleagues();
        Optional<Colleague> bySite = bySite(all, head);
        if (head.publicKey() == null) {
            boolean signedBefore = bySite.map(Colleague::publicKey).isPresent() || ours(head.site());
            return new Signer(signedBefore ? Signer.State.CHANGED : Signer.State.UNSIGNED, null, bySite.orElse(null));
        }
        byte[] key = Base64.getDecoder().decode(head.publicKey());
        String fingerprint = Fingerprint.of(key);
        if (java.util.Arrays.equals(key, identity.get().publicKey())) {
            return new Signer(Signer.State.VERIFIED, fingerprint, null);
        }
        if (ours(head.site())) {
            return new Signer(Signer.State.CHANGED, fingerprint, null);
        }
        // The site's owner counts before the key's: a known person must not write under another's site unnoticed.
        Optional<Colleague> owner = all.stream()
                .filter(c -> c.sites().contains(head.site()) && c.publicKey() != null)
                .findFirst();
        if (owner.isPresent() && !head.publicKey().equals(owner.get().publicKey())) {
            return new Signer(Signer.State.CHANGED, fingerprint, owner.get());
        }
        Optional<Colleague> byKey =
                all.stream().filter(c -> head.publicKey().equals(c.publicKey())).findFirst();
        if (byKey.isPresent()) {
            return new Signer(
                    byKey.get().verified() ? Signer.State.VERIFIED : Signer.State.KNOWN, fingerprint, byKey.get());
        }
        boolean otherKey = bySite.map(Colleague::publicKey).isPresent();
        return new Signer(otherKey ? Signer.State.CHANGED : Signer.State.NEW, fingerprint, bySite.orElse(null));
    }

    private boolean ours(UUID site) {
        return site.equals(store.site()) || store.formerSites().contains(site);
    }

    private static Optional<Colleague> bySite(List<Colleague> all, IncomingHead head) {
        Optional<Colleague> now =
                all.stream().filter(c -> c.sites().contains(head.site())).findFirst();
        return now.isPresent()
                ? now
                : all.stream()
                        .filter(c -> head.formerly().stream()
                                .anyMatch(site -> c.sites().contains(site)))
                        .findFirst();
    }

    /** Notes whose package was applied: a new colleague, a new site of a known one, the first key. */
    void applied(IncomingHead head, Signer signer, Instant now) {
        boolean own = ours(head.site())
                || head.publicKey() != null
                        && head.publicKey()
                                .equals(Base64.getEncoder()
                                        .encodeToString(identity.get().publicKey()));
        if (own || signer.state() == Signer.State.CHANGED) {
            return;
        }
        // Looked up anew: a package applied meanwhile may have brought the colleague.
        Colleague known = of(head).colleague();
        String recipient = head.recipient();
        if (known == null) {
            String name = head.author() == null || head.author().isBlank()
                    ? head.site().toString().substring(0, SHORT)
                    : head.author();
            store.save(
                    new Colleague(0, name, null, head.publicKey(), false, recipient, List.of(head.site()), now, null));
            return;
        }
        Set<UUID> sites = new LinkedHashSet<>(known.sites());
        if (!known.sites().contains(head.site())) {
            List<UUID> newFirst = new ArrayList<>(List.of(head.site()));
            newFirst.addAll(known.sites());
            sites = new LinkedHashSet<>(newFirst);
        }
        store.save(new Colleague(
                known.no(),
                known.name(),
                known.email(),
                known.publicKey() == null ? head.publicKey() : known.publicKey(),
                known.verified(),
                recipient == null ? known.recipient() : recipient,
                List.copyOf(sites),
                now,
                known.lastSent()));
    }
}
