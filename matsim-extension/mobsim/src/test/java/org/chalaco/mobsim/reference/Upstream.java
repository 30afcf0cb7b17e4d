package org.chalaco.mobsim.reference;

import org.chalaco.mobsim.model.CarFollowingModel;

/** The next to come over the stop lines before a lane. */
final class Upstream {

    private Upstream() {}

    /**
     * Whether they can follow a vehicle that would be the lane's last, braking no harder than this.
     */
    static boolean canFollow(
            CarFollowingModel model, Lane lane, double rear, double speed, double braking) {
        for (Connector connector : lane.incoming) {
            Lane from = connector.from;
            Vehicle first = from.vehicles.isEmpty() ? null : from.vehicles.get(0);
            if (first == null || first.connector != connector || first.speed == 0) {
                continue;
            }
            double gap = rear + connector.length + from.length - first.position;
            double v0 = first.desiredSpeed(from);
            if (first.driver.follow(model, first.speed, v0, gap, first.speed - speed) < -braking) {
                return false;
            }
        }
        return true;
    }
}
