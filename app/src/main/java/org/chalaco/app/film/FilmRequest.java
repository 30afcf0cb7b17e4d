package org.chalaco.app.film;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.run.RunRequest;
import org.chalaco.vision.render.FilmLook;

/**
 * What shall be filmed, and how.
 *
 * @param scenario the scenario, its settings and variants
 * @param junctions ids of the junctions, a camera each
 * @param from start of the film, s since midnight
 * @param seconds its length
 * @param warmUp how long the road fills before it, s
 * @param camera pole, lens and picture
 * @param look light, weather and sensor
 * @param quality of the JPEG pictures, 1 to 100
 * @param output folder, one folder in it for each junction
 */
public record FilmRequest(
        RunRequest scenario,
        List<String> junctions,
        double from,
        double seconds,
        double warmUp,
        Camera camera,
        FilmLook look,
        int quality,
        Path output) {

    /**
     * Pole, lens and picture of all cameras.
     *
     * @param height of the lens above the road, m
     * @param fieldOfView degrees
     * @param width pixels
     * @param heightPixels pixels
     * @param framesPerSecond a divisor of 10
     */
    public record Camera(
            double height, double fieldOfView, int width, int heightPixels, int framesPerSecond) {}

    public FilmRequest {
        junctions = List.copyOf(junctions);
    }
}
