package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSection;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.tracking.Track;
import org.chalaco.vision.tracking.TrackPoint;

/** Counts movements: tracks that are seen first in one section and last in another. */
final class MovementWatch {

    private final List<CameraSection> sections;
    private final Map<String, CameraMovement> movements = new HashMap<>();

    MovementWatch(CameraSite site) {
        sections = site.sections();
        for (CameraMovement movement : site.movements()) {
            movements.put(key(movement.fromSection(), movement.toSection()), movement);
        }
    }

    private static String key(String from, String to) {
        return from + "\n" + to;
    }

    /** The movements that tracks made which have ended. */
    List<LineCrossing> ended(List<Track> tracks, TrackFigures figures) {
        List<LineCrossing> made = new ArrayList<>();
        for (Track track : tracks) {
            String from = null;
            TrackPoint last = null;
            String to = null;
            for (TrackPoint point : track.points()) {
                String section = sectionAt(point);
                if (section != null) {
                    from = from == null ? section : from;
                    to = section;
                    last = point;
                }
            }
            CameraMovement movement = from == null ? null : movements.get(key(from, to));
            if (movement != null) {
                made.add(crossing(movement, track, last, figures));
            }
        }
        return made;
    }

    private String sectionAt(TrackPoint point) {
        for (CameraSection section : sections) {
            if (section.area().contains(point.x(), point.y())) {
                return section.id();
            }
        }
        return null;
    }

    private static LineCrossing crossing(
            CameraMovement movement, Track track, TrackPoint last, TrackFigures figures) {
        return new LineCrossing(
                movement.id(),
                movement.id(),
                track.id(),
                last.frame(),
                last.time(),
                last.x(),
                last.y(),
                null,
                figures.classOf(track.points()),
                figures.speed(track.points()),
                Double.NaN,
                0.9);
    }
}
