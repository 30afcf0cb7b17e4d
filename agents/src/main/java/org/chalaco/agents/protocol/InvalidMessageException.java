package org.chalaco.agents.protocol;

/** A text that is no message of the ontology; says why. */
public final class InvalidMessageException extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public InvalidMessageException(String message) {
        super(message);
    }
}
