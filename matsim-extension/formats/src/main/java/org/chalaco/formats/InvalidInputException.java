package org.chalaco.formats;

/** An input cannot be used; carries everything that is wrong with it. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problems problems;

    /** With these problems, at least one of them an error. */
    public InvalidInputException(Problems problems) {
        super(problems.text().stripTrailing());
        this.problems = problems;
    }

    /** Everything that is wrong. */
    public Problems problems() {
        return problems;
    }
}
