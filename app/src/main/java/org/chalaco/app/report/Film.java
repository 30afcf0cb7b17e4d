package org.chalaco.app.report;

import java.util.List;

/**
 * Moving vehicles and lights for a while, one frame a second, as {@link FilmRecorder} records it.
 *
 * @param start of the first frame, s since midnight
 * @param frames number of frames
 * @param vehiclesSeen vehicles that drove in that time
 * @param vehiclesShown those that are in the film; fewer where all would make the file too large
 * @param tracks the vehicles' ways, see {@link VehicleTrack}
 * @param lights what the signal groups show
 */
public record Film(
        double start,
        int frames,
        int vehiclesSeen,
        int vehiclesShown,
        byte[] tracks,
        List<SignalTimeline> lights) {

    /** No film. */
    public static final Film NONE = new Film(0, 0, 0, 0, new byte[0], List.of());

    public Film {
        tracks = tracks.clone();
        lights = List.copyOf(lights);
    }
}
