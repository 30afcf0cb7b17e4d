package org.chalaco.tuning.problem;

import java.util.List;

/** Something cannot be tuned; carries everything that is wrong, each with its id and a way out. */
public final class InvalidTuningException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** With these problems, each beginning with its id such as CH-TUN-001. */
    public InvalidTuningException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong. */
    public List<String> problems() {
        return problems;
    }
}
