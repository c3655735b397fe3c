package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.util.List;
import org.rapporteur.documents.model.Phrase;

/**
 * What the list of participants is made from.
 *
 * @param masthead what stands at the head
 * @param meeting the meeting
 * @param stage how far the list has come
 * @param asOf the day that it describes; null leaves it out
 * @param delegations the delegations in any order: the builder orders them by the document's language
 * @param awaited parties invited that have named nobody, listed in a provisional list only
 * @param contacts whether e-mail and telephone are printed; personal data, so only for a list that is not distributed
 */
public record ParticipantsInput(
        Masthead masthead,
        MeetingFacts meeting,
        Stage stage,
        LocalDate asOf,
        List<Delegation> delegations,
        List<Phrase> awaited,
        boolean contacts) {

    public ParticipantsInput {
        delegations = List.copyOf(delegations);
        awaited = List.copyOf(awaited);
    }

    /** How far a list of participants has come. */
    public enum Stage {
        PROVISIONAL,
        REVISED,
        FINAL
    }

    /** What sort of party a delegation stands for, in the order of the list's parts. */
    public enum Section {
        STATE,
        TERRITORY,
        ISCM,
        REGIONAL_ORGANIZATION,
        REGIONAL_COMMISSION,
        UN_SYSTEM,
        INTERGOVERNMENTAL,
        NON_STATE,
        SECRETARIAT
    }

    /**
     * A party's team.
     *
     * @param section the part of the list that it belongs to
     * @param party the party's name in the document's language, which decides its place
     * @param acronym its acronym; empty for none
     * @param observer whether it takes part as an observer
     * @param delegates its members; the list orders them by role, and those of one role as they are here
     */
    public record Delegation(
            Section section, Phrase party, String acronym, boolean observer, List<Delegate> delegates) {
        public Delegation {
            delegates = List.copyOf(delegates);
        }
    }

    /** A person's part in a delegation, in the order of the list. */
    public enum Role {
        HEAD,
        ALTERNATE,
        ADVISER,
        EXPERT,
        /** Somebody whose role was not said; nothing is printed for it. */
        MEMBER,
        OBSERVER,
        GUEST,
        FOCAL_POINT
    }

    /**
     * A person.
     *
     * @param role the part in the delegation
     * @param honorific the form of address as written in the document's language; may be empty
     * @param given given names
     * @param family family name, set in capitals; empty where the whole name is in {@code given}
     * @param position office held; may be empty
     * @param email printed only when the list has contacts; may be empty
     * @param phone printed only when the list has contacts; may be empty
     */
    public record Delegate(
            Role role, String honorific, Phrase given, Phrase family, Phrase position, String email, String phone) {}
}
