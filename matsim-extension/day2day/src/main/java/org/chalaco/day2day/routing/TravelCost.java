package org.chalaco.day2day.routing;

/**
 * What a way costs: {@code cost = perSecond * time + perMetre * distance}.
 *
 * @param perSecond weight of travel time
 * @param perMetre weight of distance
 */
public record TravelCost(double perSecond, double perMetre) {

    /** Time alone. */
    public static final TravelCost TIME = new TravelCost(1, 0);

    /** Distance alone. */
    public static final TravelCost DISTANCE = new TravelCost(0, 1);

    public TravelCost {
        if (!(perSecond >= 0 && perMetre >= 0 && perSecond + perMetre > 0)) {
            throw new IllegalArgumentException(
                    "A cost of (%s) per second and (%s) per metre leads nowhere."
                            .formatted(perSecond, perMetre));
        }
    }
}
