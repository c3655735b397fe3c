package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Rows on the clipboard, as text with tabs and as an HTML table. Cells that a spreadsheet would run as a formula stay
 * text: by a leading apostrophe in the one, by their format in the other; nothing is taken away.
 */
final class TableCopy {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private TableCopy() {}

    static void toClipboard(List<String> headings, List<List<String>> rows, boolean rightToLeft) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text(headings, rows));
        content.putHtml(html(headings, rows, rightToLeft));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static String text(List<String> headings, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        line(out, headings);
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replaceAll("[\\t\\r\\n]+", " ").strip();
            out.append(i == 0 ? "" : "\t").append(isFormula(cell) ? "'" : "").append(cell);
        }
        out.append('\n');
    }

    static String html(List<String> headings, List<List<String>> rows, boolean rightToLeft) {
        StringBuilder out = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table");
        out.append(rightToLeft ? " dir=\"rtl\">" : ">").append("<thead><tr>");
        headings.forEach(h -> out.append("<th>").append(escape(h)).append("</th>"));
        out.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            out.append("<tr>");
            row.forEach(cell -> out.append(isFormula(cell.strip()) ? "<td style=\"mso-number-format:'\\@'\">" : "<td>")
                    .append(escape(cell).replace("\n", "<br>"))
                    .append("</td>"));
            out.append("</tr>");
        }
        return out.append("</tbody></table></body></html>").toString();
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty()
                && "=+-@".indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
