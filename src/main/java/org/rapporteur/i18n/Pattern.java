package org.rapporteur.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;

/**
 * A message with places for arguments. {@code {0}} alone is filled in here, because nearly all messages are of that
 * form and ICU takes a tenth of a second to wake up; plurals and choices ({@code {0, plural, one {...} other {...}}})
 * go to ICU. An apostrophe is an apostrophe: it need not be doubled.
 */
final class Pattern {
    private final String text;
    private final ULocale locale;
    private final boolean complex;
    private MessageFormat format;

    Pattern(String text, ULocale locale) {
        this.text = text;
        this.locale = locale;
        this.complex = isComplex(text);
    }

    private static boolean isComplex(String text) {
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            int close = text.indexOf('}', at);
            int comma = text.indexOf(',', at);
            if (comma >= 0 && (close < 0 || comma < close)) {
                return true;
            }
        }
        return false;
    }

    /** The message with its arguments in place; an argument that is not given leaves its place as written. */
    String format(Object[] args, Formats formats) {
        if (complex) {
            Object[] plain = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                plain[i] = args[i] instanceof Number ? args[i] : formats.argument(args[i]);
            }
            // ICU's formats keep state while they work.
            synchronized (this) {
                if (format == null) {
                    format = new MessageFormat(text, locale);
                }
                return format.format(plain);
            }
        }
        if (args.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int close = c == '{' ? text.indexOf('}', at) : -1;
            int index = close < 0 ? -1 : index(at + 1, close);
            if (index >= 0 && index < args.length) {
                out.append(formats.argument(args[index]));
                at = close + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private int index(int from, int to) {
        if (to - from < 1 || to - from > 2) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
