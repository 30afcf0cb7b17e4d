package org.chalaco.vision.classification;

import org.chalaco.vision.detection.Detection;
import org.opencv.core.Mat;

/**
 * Says what is in the box of a detection. Not thread-safe: one classifier belongs to one camera.
 */
public interface VehicleClassifier extends AutoCloseable {

    /**
     * The most likely class of a vehicle.
     *
     * @param image the whole picture: 8 bits, blue, green, red
     * @param detection where the vehicle is
     * @param metresPerPixel of the road at its foot, or NaN where none is known
     */
    Classification classify(Mat image, Detection detection, double metresPerPixel);

    /** Gives native memory back; may be called twice. */
    @Override
    void close();
}
