package org.chalaco.vision.counting;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.vision.classification.Classification;
import org.chalaco.vision.classification.VehicleClassifier;
import org.chalaco.vision.detection.Detection;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.video.Frame;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Asks a classifier what detections are, in every third frame: a track is long, and its vehicle
 * stays what it is. Detections too small to be told apart keep the class they have.
 */
final class KindVotes implements AutoCloseable {

    private static final int EVERY = 3;
    private static final double LEAST_SIZE = 11;

    private final CameraSite site;
    private final VehicleClassifier classifier;
    private final Mat sized = new Mat();

    KindVotes(CameraSite site, VehicleClassifier classifier) {
        this.site = site;
        this.classifier = classifier;
    }

    /** The same detections with what the classifier holds them for. */
    List<Detection> on(Frame frame, List<Detection> detections) {
        if (frame.index() % EVERY != 0 || detections.isEmpty()) {
            return detections;
        }
        Mat image = inSiteSize(frame.image());
        List<Detection> voted = new ArrayList<>(detections.size());
        for (Detection d : detections) {
            voted.add(d.width() < LEAST_SIZE || d.height() < LEAST_SIZE ? d : vote(image, d));
        }
        return voted;
    }

    private Detection vote(Mat image, Detection d) {
        double scale =
                site.homography() == null
                        ? Double.NaN
                        : site.homography().metresPerPixel(d.foot().x(), d.foot().y());
        Classification kind = classifier.classify(image, d, scale);
        return new Detection(
                d.x(), d.y(), d.width(), d.height(), d.confidence(), kind.vehicleClass());
    }

    private Mat inSiteSize(Mat image) {
        if (image.cols() == site.width() && image.rows() == site.height()) {
            return image;
        }
        Imgproc.resize(image, sized, new Size(site.width(), site.height()));
        return sized;
    }

    @Override
    public void close() {
        sized.release();
        classifier.close();
    }
}
