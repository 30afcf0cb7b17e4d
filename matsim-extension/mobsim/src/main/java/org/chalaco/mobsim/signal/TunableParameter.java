package org.chalaco.mobsim.signal;

/**
 * A number that a controller can be tuned by.
 *
 * @param name unique within its controller
 * @param meaning one sentence, with the unit
 * @param min smallest value
 * @param max largest value
 * @param standard value where none is given
 */
public record TunableParameter(
        String name, String meaning, double min, double max, double standard) {
    public TunableParameter {
        if (!(min <= standard && standard <= max)) {
            throw new IllegalArgumentException(
                    "The standard (%s) of (%s) is not between (%s) and (%s)."
                            .formatted(standard, name, min, max));
        }
    }
}
