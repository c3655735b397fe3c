package org.rapporteur.forms.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.forms.FormLayout;

/**
 * Where a sheet has its columns; whoever pastes a form elsewhere moves them.
 *
 * @param key column of the hidden keys, -1 if there are none
 * @param label column of the questions
 * @param answer column of the answers
 * @param comment column of the comments
 */
record Columns(int key, int label, int answer, int comment) {
    private static final int FROM_KEY = FormLayout.LABEL - FormLayout.KEY;

    /** The columns of a sheet; empty if it does not look like a questionnaire at all. */
    static Optional<Columns> of(Grid grid, List<OpenedForm.NamedCell> names, LabelIndex labels, Furniture furniture) {
        Map<Integer, Integer> keys = new HashMap<>();
        Map<Integer, Integer> exact = new HashMap<>();
        Map<Integer, Integer> alike = new HashMap<>();
        Map<Integer, Integer> answers = new HashMap<>();
        int answerHead = -1;
        int commentHead = -1;
        int answerHeadRow = -1;
        int commentHeadRow = -2;
        for (Grid.Cell cell : grid.cells()) {
            String text = cell.text();
            if (FormLayout.ofKey(text).isPresent()) {
                keys.merge(cell.column(), 1, Integer::sum);
            } else if (furniture.isAnswerHead(text)) {
                answerHead = cell.column();
                answerHeadRow = cell.row();
            } else if (furniture.isCommentHead(text)) {
                commentHead = cell.column();
                commentHeadRow = cell.row();
            } else if (labels.exact(text, null, "").place() != null) {
                exact.merge(cell.column(), 1, Integer::sum);
            } else if (text.length() > 4 && labels.likeQuestion(text, "").place() != null) {
                alike.merge(cell.column(), 1, Integer::sum);
            }
        }
        names.stream()
                .filter(name -> name.sheet().equals(grid.name()))
                .filter(name -> FormLayout.ofName(name.name()).isPresent())
                .forEach(name -> answers.merge(name.column(), 1, Integer::sum));
        if (keys.isEmpty() && answers.isEmpty() && exact.isEmpty() && alike.isEmpty()) {
            return Optional.empty();
        }
        int key = most(keys);
        exact.forEach((column, count) -> alike.merge(column, count, Integer::sum));
        int named = most(answers);
        int label = most(alike);
        if (label < 0) {
            label = key >= 0 ? key + FROM_KEY : Math.max(0, named - 1);
        }
        // Programs that do not know names leave them behind when a column is put in or taken out; the heads went along.
        boolean heads = answerHeadRow == commentHeadRow && answerHead > label && commentHead > answerHead;
        int answer = named >= 0 && !heads ? named : answerHead > label ? answerHead : label + 1;
        int comment = commentHead > answer ? commentHead : answer + 1;
        return Optional.of(new Columns(key, label, answer, comment));
    }

    private static int most(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }
}
