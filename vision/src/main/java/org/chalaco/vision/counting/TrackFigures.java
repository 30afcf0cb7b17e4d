package org.chalaco.vision.counting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.Homography;
import org.chalaco.vision.site.RoadPoint;
import org.chalaco.vision.tracking.TrackPoint;

/** Speed and class of a track. */
final class TrackFigures {

    /** Speeds are taken over this time: shorter ones show the jitter of boxes, s. */
    private static final double BASE = 0.6;

    private final Homography homography;

    /** Figures with a road plane, or without one (null): then there are no speeds. */
    TrackFigures(Homography homography) {
        this.homography = homography;
    }

    /** Speed over the last moments of a track, m/s, or NaN. */
    double speed(List<TrackPoint> points) {
        if (homography == null || points.size() < 2) {
            return Double.NaN;
        }
        TrackPoint last = points.get(points.size() - 1);
        int i = points.size() - 1;
        while (i > 0 && last.time() - points.get(i).time() < BASE) {
            i--;
        }
        TrackPoint first = points.get(i);
        RoadPoint a = homography.toRoad(first.x(), first.y());
        RoadPoint b = homography.toRoad(last.x(), last.y());
        double time = last.time() - first.time();
        return time < BASE / 2 ? Double.NaN : a.distance(b) / time;
    }

    /** What its sightings were taken for most often; CAR if for nothing. */
    VehicleClass classOf(List<TrackPoint> points) {
        Map<VehicleClass, Double> votes = new EnumMap<>(VehicleClass.class);
        for (TrackPoint point : points) {
            if (point.detection() != null && point.detection().vehicleClass() != null) {
                votes.merge(
                        point.detection().vehicleClass(),
                        point.detection().confidence(),
                        Double::sum);
            }
        }
        VehicleClass best = VehicleClass.CAR;
        double most = 0;
        for (Map.Entry<VehicleClass, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }
}
