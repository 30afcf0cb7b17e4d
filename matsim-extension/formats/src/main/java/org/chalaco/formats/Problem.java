package org.chalaco.formats;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with an input.
 *
 * @param id stable id, such as CH-NET-001
 * @param severity whether the input can be used all the same
 * @param file the file, or the empty string where none is at fault
 * @param line line in the file, from 1, or 0 where unknown
 * @param element XML element or config module at fault, or the empty string
 * @param value the value at fault, or the empty string
 * @param message what is wrong, with the values
 * @param remedy a way out, such as "Maybe 0.5?", or the empty string
 */
public record Problem(
        String id,
        Severity severity,
        String file,
        int line,
        String element,
        String value,
        String message,
        String remedy) {

    /** Whether an input can be used all the same. */
    public enum Severity {
        /** Nothing runs with this input. */
        ERROR,
        /** The input is used, but not wholly as its author may think. */
        WARNING
    }

    public Problem {
        requireNonNull(id, "problem id");
        requireNonNull(severity, "severity");
        file = file == null ? "" : file;
        element = element == null ? "" : element;
        value = value == null ? "" : value;
        message = requireNonNull(message, "message");
        remedy = remedy == null ? "" : remedy;
    }

    /** A problem of a file as a whole, or of no file. */
    public static Problem of(
            ProblemType type, Severity severity, String file, String message, String remedy) {
        return new Problem(type.id(), severity, file, 0, "", "", message, remedy);
    }

    /** One or two lines: file, line, id, message; then the remedy. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!file.isEmpty()) {
            text.append(file).append(':');
            if (line > 0) {
                text.append(line).append(':');
            }
            text.append(' ');
        }
        text.append(severity == Severity.ERROR ? "error " : "warning ").append(id).append(": ");
        text.append(message);
        if (!remedy.isEmpty()) {
            text.append(System.lineSeparator()).append("    ").append(remedy);
        }
        return text.toString();
    }
}
