package org.chalaco.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chalaco.formats.Problem.Severity;

/**
 * Collects everything that is wrong with the inputs, so that a user sees it all at once.
 *
 * <p>All problems are counted, but only the first {@value #LISTED} errors and as many warnings are
 * kept. Mutable, not thread-safe.
 */
public final class Problems {

    /** How many errors, and how many warnings, are kept. */
    public static final int LISTED = 100;

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private long errorCount;
    private long warningCount;

    /** Takes one problem. */
    public void add(Problem problem) {
        boolean error = problem.severity() == Severity.ERROR;
        List<Problem> kept = error ? errors : warnings;
        if (kept.size() < LISTED) {
            kept.add(problem);
        }
        if (error) {
            errorCount++;
        } else {
            warningCount++;
        }
    }

    /** Takes an error of a file as a whole, or of no file. */
    public void error(ProblemType type, String file, String message, String remedy) {
        add(Problem.of(type, Severity.ERROR, file, message, remedy));
    }

    /** Takes a warning of a file as a whole, or of no file. */
    public void warn(ProblemType type, String file, String message, String remedy) {
        add(Problem.of(type, Severity.WARNING, file, message, remedy));
    }

    /** The first errors, in the order they were found. */
    public List<Problem> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The first warnings, in the order they were found. */
    public List<Problem> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    /** Number of errors, kept or not. */
    public long errorCount() {
        return errorCount;
    }

    /** Number of warnings, kept or not. */
    public long warningCount() {
        return warningCount;
    }

    /** Whether anything forbids to use the input. */
    public boolean hasErrors() {
        return errorCount > 0;
    }

    /** Whether there is room for the text of one more error; counting goes on without. */
    public boolean isListing() {
        return errorCount < LISTED;
    }

    /**
     * Does nothing unless there are errors.
     *
     * @throws InvalidInputException with all problems
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidInputException(this);
        }
    }

    /** Everything that was found, ready to be printed: errors, then warnings. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, errors, errorCount, "errors");
        append(text, warnings, warningCount, "warnings");
        return text.toString();
    }

    private static void append(StringBuilder text, List<Problem> kept, long count, String what) {
        for (Problem problem : kept) {
            text.append(problem).append(System.lineSeparator());
        }
        if (count > kept.size()) {
            text.append("and %d more %s".formatted(count - kept.size(), what));
            text.append(System.lineSeparator());
        }
    }
}
