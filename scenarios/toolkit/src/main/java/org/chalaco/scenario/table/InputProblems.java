package org.chalaco.scenario.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with the tables of a scenario, collected so that a user sees all of it
 * at once. Mutable, not thread-safe.
 */
public final class InputProblems {

    private final List<String> messages = new ArrayList<>();

    /**
     * Notes one problem.
     *
     * @param id as in the manual, {@code CH-SCN-001}
     * @param place file and line
     * @param what the value and what is wrong with it
     * @param remedy what may help, as "Maybe ...?"
     */
    public void add(String id, String place, String what, String remedy) {
        messages.add("%s %s: %s%n  %s".formatted(id, place, what, remedy));
    }

    /** The problems so far, in the order found. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Ends here if anything is wrong.
     *
     * @throws InputException with all problems
     */
    public void failIfAny() {
        if (!messages.isEmpty()) {
            throw new InputException(messages);
        }
    }
}
