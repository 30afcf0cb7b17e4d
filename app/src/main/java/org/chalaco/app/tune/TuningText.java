package org.chalaco.app.tune;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.problem.InvalidTuningException;

/** Problems of the tuning module, which says id, message and remedy in one text. */
final class TuningText {

    private static final Pattern TEXT =
            Pattern.compile("(CH-[A-Z]{3}-\\d{3}): (.*?)(Maybe .*)?", Pattern.DOTALL);

    private TuningText() {}

    static Problem problem(String text) {
        return of(text, Severity.ERROR);
    }

    static Problem notice(String text) {
        return of(text, Severity.WARNING);
    }

    private static Problem of(String text, Severity severity) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("There is no id in (%s).".formatted(text));
        }
        return new Problem(
                parts.group(1), severity, "", 0, "", "", parts.group(2).strip(), parts.group(3));
    }

    /** All problems as the command line tells them. */
    static InvalidInputException invalid(InvalidTuningException e) {
        Problems problems = new Problems();
        e.problems().forEach(text -> problems.add(problem(text)));
        return new InvalidInputException(problems);
    }
}
