package org.chalaco.vision.site;

import java.util.List;

/**
 * A camera and what is counted in its picture; read from a JSON file.
 *
 * <p>All places are in pixels of an image of the given size; frames of another size are scaled to
 * it.
 *
 * @param id name of the camera
 * @param width of the image that the places refer to, pixels
 * @param height of that image, pixels
 * @param homography image to road plane, or null where none is known: then there are no speeds
 * @param lines where vehicles are counted
 * @param lanes as the camera sees them; may be empty
 * @param sections where movements begin and end
 * @param movements from section to section
 * @param masks areas that are never looked at
 * @param accuracy precision and recall measured at this camera or its like
 */
public record CameraSite(
        String id,
        int width,
        int height,
        Homography homography,
        List<CountingLine> lines,
        List<CameraLane> lanes,
        List<CameraSection> sections,
        List<CameraMovement> movements,
        List<Polygon> masks,
        MeasuredAccuracy accuracy) {

    public CameraSite {
        lines = List.copyOf(lines);
        lanes = List.copyOf(lanes);
        sections = List.copyOf(sections);
        movements = List.copyOf(movements);
        masks = List.copyOf(masks);
    }
}
