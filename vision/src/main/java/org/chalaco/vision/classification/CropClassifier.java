package org.chalaco.vision.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.chalaco.vision.detection.Detection;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * The classifier that is shipped: a small convolutional network, trained on rendered frames, run by
 * OpenCV. See its model card for what it can do and what not.
 */
public final class CropClassifier implements VehicleClassifier {

    /** Its file, beside this class. */
    public static final String SHIPPED = "vehicle-kinds.onnx";

    private final Net net;
    private final Mat input;

    private CropClassifier(byte[] model) {
        NativeOpenCv.load();
        net = Dnn.readNetFromONNX(new MatOfByte(model));
        input =
                new Mat(
                        new int[] {1, CropInput.PLANES, CropInput.SIZE, CropInput.SIZE},
                        CvType.CV_32F);
    }

    /** The shipped network. */
    public static CropClassifier shipped() {
        try (InputStream file = CropClassifier.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The network (%s) was not built in.".formatted(SHIPPED));
            }
            return new CropClassifier(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another network of the same inputs and outputs. */
    public static CropClassifier of(byte[] model) {
        return new CropClassifier(model);
    }

    @Override
    public Classification classify(Mat image, Detection detection, double metresPerPixel) {
        float[] probabilities = probabilities(CropInput.of(image, detection, metresPerPixel));
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return new Classification(VehicleKinds.ALL.get(best), probabilities[best]);
    }

    /** Probabilities of the five kinds for an input as {@link CropInput} makes it. */
    public float[] probabilities(float[] crop) {
        input.put(new int[] {0, 0, 0, 0}, crop);
        net.setInput(input);
        Mat output = net.forward();
        float[] probabilities = new float[VehicleKinds.ALL.size()];
        output.get(0, 0, probabilities);
        output.release();
        return probabilities;
    }

    @Override
    public void close() {
        input.release();
    }
}
