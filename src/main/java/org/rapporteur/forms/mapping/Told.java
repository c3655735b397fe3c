package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.text.PlainText;

/** Collects what an import has to say; each list keeps its first entries, and repeated things are counted. */
final class Told {
    private static final int SHOWN = 80;

    private final String file;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> notices = new ArrayList<>();
    private final List<Refusal> remarks = new ArrayList<>();
    private final List<Refusal> changes = new ArrayList<>();
    private final Map<List<String>, Counted> counted = new LinkedHashMap<>();
    private long refused;

    /** Something that happened more than once, with where it did first. */
    private static final class Counted {
        private final boolean needsPerson;
        private final Refusal first;
        private long times;

        Counted(boolean needsPerson, Refusal first) {
            this.needsPerson = needsPerson;
            this.first = first;
        }
    }

    Told(String file) {
        this.file = file;
    }

    private static void add(List<Refusal> list, Refusal one) {
        if (list.size() < TableImport.MOST_LISTED) {
            list.add(one);
        }
    }

    void refuse(Refusal reason) {
        refused++;
        add(refusals, reason);
    }

    void notice(Refusal notice) {
        add(notices, notice);
    }

    void remark(Refusal remark) {
        add(remarks, remark);
    }

    void change(Refusal change) {
        add(changes, change);
    }

    /** Counts something that is said once with its number: the last argument of the message. */
    void count(boolean needsPerson, SurveyWriter.At at, String key, String... args) {
        List<String> id = new ArrayList<>(List.of(args));
        id.add(key);
        Counted entry = counted.get(id);
        if (entry == null) {
            if (counted.size() >= TableImport.MOST_LISTED) {
                return;
            }
            Object[] shown = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                shown[i] = shorten(args[i]);
            }
            entry = new Counted(needsPerson, Refusal.cell(file, at.sheet(), at.row(), at.cell(), key, shown));
            counted.put(id, entry);
        }
        entry.times++;
    }

    /** Says what was counted. */
    void end() {
        for (Counted entry : counted.values()) {
            Refusal first = entry.first;
            List<Object> args = new ArrayList<>(first.reason().args());
            args.add(entry.times);
            Refusal said = Refusal.cell(
                    file,
                    first.sheet(),
                    first.row(),
                    first.cell(),
                    first.reason().key(),
                    args.toArray());
            add(entry.needsPerson ? notices : remarks, said);
        }
        counted.clear();
    }

    static String shorten(String text) {
        return PlainText.shorten(PlainText.line(text), SHOWN);
    }

    long refused() {
        return refused;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Refusal> notices() {
        return notices;
    }

    List<Refusal> remarks() {
        return remarks;
    }

    List<Refusal> changes() {
        return changes;
    }
}
