package org.chalaco.day2day.replanning;

import static java.util.Objects.requireNonNull;

/**
 * How often a strategy is chosen. MATSim: parameter set {@code strategysettings} of {@code
 * replanning} ({@code strategy} before 2024).
 *
 * @param strategy the strategy
 * @param weight chance against the other strategies of the same subpopulation
 * @param subpopulation whom it is for, or null: those without a subpopulation
 * @param disableAfterIteration last iteration in which it is used, or -1: all
 */
public record StrategySettings(
        Strategy strategy, double weight, String subpopulation, int disableAfterIteration) {

    public StrategySettings {
        requireNonNull(strategy, "strategy");
        if (!(weight >= 0)) {
            throw new IllegalArgumentException(
                    "The weight (%s) of strategy (%s) is negative."
                            .formatted(weight, strategy.fileName()));
        }
    }

    /** A strategy for those without a subpopulation, in all iterations. */
    public static StrategySettings of(Strategy strategy, double weight) {
        return new StrategySettings(strategy, weight, null, -1);
    }
}
