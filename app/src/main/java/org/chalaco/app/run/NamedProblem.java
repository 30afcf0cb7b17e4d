package org.chalaco.app.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;

/** Problems of modules that say id and message in one text. */
final class NamedProblem {

    private static final Pattern TEXT =
            Pattern.compile("(CH-[A-Z]{3}-\\d{3})[: ]+(.*?)(Maybe .*)?", Pattern.DOTALL);

    private NamedProblem() {}

    /** The problem that this text tells of. */
    static Problem of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("There is no id in (%s).".formatted(text));
        }
        return new Problem(
                parts.group(1),
                Severity.ERROR,
                "",
                0,
                "",
                "",
                parts.group(2).strip(),
                parts.group(3));
    }
}
