package org.rapporteur.core.exchange;

/**
 * What a package does to the store, counted.
 *
 * @param rows rows the package brings
 * @param added records that were not there and are shown afterwards
 * @param changed records shown before and after of which at least one field shows another value afterwards
 * @param deleted records that are shown before and hidden afterwards
 * @param restored records that are shown again
 * @param conflicts fields that have differing concurrent values afterwards and had none before
 * @param resolved fields that had such values before and have none afterwards
 * @param deletedButEdited records that one side deleted and the other edited, newly so
 * @param same rows that change nothing that is shown
 * @param fields field values that change in the changed records
 * @param files attachments that were not there
 */
public record ImportEffects(
        long rows,
        long added,
        long changed,
        long deleted,
        long restored,
        long conflicts,
        long resolved,
        long deletedButEdited,
        long same,
        long fields,
        long files) {

    /** A package that deletes more than this share of the records, or more than {@link #MANY_DELETED}, asks once more. */
    public static final double MANY_DELETED_SHARE = 0.05;

    public static final int MANY_DELETED = 50;

    /** Whether it changes nothing that is shown and leaves nothing to decide. */
    public boolean nothing() {
        return added + changed + deleted + restored + conflicts + resolved + deletedButEdited + files == 0;
    }
}
