package org.chalaco.scenario.table;

import java.util.List;

/** Tables that cannot be used: every problem found in them. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** An exception that lists these problems. */
    public InputException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, one text each. */
    public List<String> problems() {
        return problems;
    }
}
