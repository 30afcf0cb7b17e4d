package org.chalaco.app.report;

import static java.util.Objects.requireNonNull;

/**
 * The same words in both languages of the report.
 *
 * @param en English
 * @param es Spanish
 */
public record Wording(String en, String es) {

    public Wording {
        requireNonNull(en, "English wording");
        requireNonNull(es, "Spanish wording");
    }

    /** Words that need no translation: a name, an id, a number. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }
}
