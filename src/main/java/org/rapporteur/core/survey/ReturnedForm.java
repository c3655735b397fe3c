package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.text.Language;

/**
 * What was read from one returned file; nothing is stored yet.
 *
 * @param file name of the file without folders
 * @param hash SHA-256 of its bytes, lower-case hexadecimal
 * @param survey key of the survey it was read for
 * @param respondent who it is from, empty if a person must say
 * @param source how the respondent was recognised
 * @param language language of the form
 * @param otherVersion whether the form was changed after this file was sent
 * @param answers answers that found their place
 * @param tray cells that a person must look at
 * @param refusals why the file, or a part of it, was not read
 * @param marked name of the respondent that the hidden mark of the file names, "" if there is none
 * @param typed name that stands in the form, "" if there is none
 */
public record ReturnedForm(
        String file,
        String hash,
        UUID survey,
        Optional<UUID> respondent,
        RespondentSource source,
        Language language,
        boolean otherVersion,
        List<Placed> answers,
        List<InTray> tray,
        List<Refusal> refusals,
        String marked,
        String typed) {

    /** How the respondent was recognised. */
    public enum RespondentSource {
        /** By the hidden mark of the file. */
        MARK,
        /** By the name that stands in the form. */
        NAME,
        /** By the name of the file. */
        FILE_NAME,
        /** The mark and the name in the form say different things: a person must decide. */
        DISAGREE,
        /** Nothing told. */
        NOT_TOLD,
        /** A person said so. */
        PERSON
    }

    /**
     * An answer in its place. A multiple choice has one for each choice that was made.
     *
     * @param question key of the question
     * @param value code of the choice, number or day in canonical form; "" for words or if in doubt
     * @param body the words as written
     * @param doubt why a person should look again, or null
     * @param offered if the content is in doubt the value that it may have, "" if none; never taken unasked
     * @param sheet sheet it stands in
     * @param cell cell, such as {@code D12}
     */
    public record Placed(
            UUID question, String value, String body, Doubt doubt, String offered, String sheet, String cell) {}

    /**
     * Something that no rule could place without a doubt.
     *
     * @param question the question whose row it stands in, or seems to belong to; null for none
     * @param choice the choice of a multiple choice in whose row it stands; null for none
     * @param beside the words of the row it stands in, as the file has them; "" for none
     * @param columnHead the head of the column it stands in; "" for none
     * @param body the words in it
     * @param surroundings the cells around it, to judge by
     * @param reason why it was not placed
     * @param part name of the picture or object inside the file, "" for words
     */
    public record InTray(
            UUID question,
            UUID choice,
            String beside,
            String columnHead,
            String body,
            String sheet,
            String cell,
            CellSurroundings surroundings,
            TrayReason reason,
            String part) {}

    public ReturnedForm {
        answers = List.copyOf(answers);
        tray = List.copyOf(tray);
        refusals = List.copyOf(refusals);
    }

    /** A file that was not read at all. */
    public static ReturnedForm refused(String file, String hash, UUID survey, Refusal refusal) {
        return new ReturnedForm(
                file,
                hash,
                survey,
                Optional.empty(),
                RespondentSource.NOT_TOLD,
                Language.EN,
                false,
                List.of(),
                List.of(),
                List.of(refusal),
                "",
                "");
    }

    /** Whether nothing of the file can be used. */
    public boolean isRefused() {
        return refusals.stream().anyMatch(Refusal::wholeFile);
    }

    /** The same with the respondent that a person named. */
    public ReturnedForm from(UUID named) {
        return new ReturnedForm(
                file,
                hash,
                survey,
                Optional.of(named),
                RespondentSource.PERSON,
                language,
                otherVersion,
                answers,
                tray,
                refusals,
                marked,
                typed);
    }
}
