package org.chalaco.vision.site;

import java.util.List;

/** A site file cannot be used; holds everything that is wrong with it. */
public final class InvalidSiteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SiteProblem> problems;

    /** All problems of a file. */
    public InvalidSiteException(List<SiteProblem> problems) {
        super(problems.size() + " problems: " + problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<SiteProblem> problems() {
        return problems;
    }
}
