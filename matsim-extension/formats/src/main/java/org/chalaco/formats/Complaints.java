package org.chalaco.formats;

/**
 * Takes what is wrong at one place of an input, so that whoever finds it need not know the place.
 */
@FunctionalInterface
public interface Complaints {

    /**
     * An error at this place.
     *
     * @param type kind of problem
     * @param value the value at fault
     * @param message what is wrong, with the values
     * @param remedy a way out, or the empty string
     */
    void error(ProblemType type, String value, String message, String remedy);

    /** Complaints about one element of an input that is not a file, or no longer one. */
    static Complaints about(String element, Problems problems) {
        return (type, value, message, remedy) ->
                problems.add(type.error(element, value, message, remedy));
    }
}
