package org.chalaco.vision.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.video.Frame;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * Vehicles found by a network in an ONNX file, which OpenCV runs on the processor.
 *
 * <p>No weights come with Chalaco: the user brings a file and describes it (see {@link
 * NetworkDescriptor}). Deterministic for one file and one build of OpenCV.
 */
public final class NetworkDetector implements VehicleDetector {

    private static final double GREY = 114;
    private static final int[] STRIDES = {8, 16, 32};

    private final NetworkDescriptor descriptor;
    private final Net net;
    private final String checksum;
    private final Mat input;
    private final Mat sized = new Mat();

    private NetworkDetector(NetworkDescriptor descriptor, Net net, String checksum) {
        this.descriptor = descriptor;
        this.net = net;
        this.checksum = checksum;
        input = new Mat(descriptor.height(), descriptor.width(), CvType.CV_8UC3);
    }

    /**
     * Opens a network and tries it once on an empty picture.
     *
     * @throws IllegalArgumentException if the file is broken or gives boxes of another shape than
     *     described
     */
    public static NetworkDetector open(Path descriptorFile) {
        NativeOpenCv.load();
        NetworkDescriptor descriptor = NetworkDescriptor.read(descriptorFile);
        try {
            String checksum = sha256(descriptor.model());
            Net net = Dnn.readNetFromONNX(descriptor.model().toString());
            NetworkDetector detector = new NetworkDetector(descriptor, net, checksum);
            Mat empty = Mat.zeros(descriptor.height(), descriptor.width(), CvType.CV_8UC3);
            detector.detect(empty);
            empty.release();
            return detector;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The network (%s) is not there or cannot be read."
                            .formatted(descriptor.model()),
                    e);
        } catch (CvException e) {
            throw new IllegalArgumentException(
                    "The network (%s) cannot be run by OpenCV: %s"
                            .formatted(descriptor.model(), firstLine(e.getMessage())),
                    e);
        }
    }

    private static String firstLine(String text) {
        return text == null ? "no reason given" : text.strip().lines().findFirst().orElse("");
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of the ONNX file, so that a result says which weights it came from. */
    public String checksum() {
        return checksum;
    }

    @Override
    public List<Detection> detect(Frame frame) {
        return detect(frame.image());
    }

    /** The vehicles in a picture, boxes in its own pixels. */
    public List<Detection> detect(Mat image) {
        double[] fit = fit(image);
        int offsetX = (int) Math.round(fit[2]);
        int offsetY = (int) Math.round(fit[3]);
        input.setTo(new Scalar(GREY, GREY, GREY));
        Size size =
                new Size(
                        Math.max(1, Math.round(image.width() * fit[0])),
                        Math.max(1, Math.round(image.height() * fit[1])));
        Imgproc.resize(image, sized, size, 0, 0, Imgproc.INTER_LINEAR);
        sized.copyTo(input.submat(new Rect(offsetX, offsetY, (int) size.width, (int) size.height)));
        Mat blob =
                Dnn.blobFromImage(
                        input,
                        descriptor.scale(),
                        new Size(descriptor.width(), descriptor.height()),
                        new Scalar(0),
                        descriptor.rgb(),
                        false);
        net.setInput(blob);
        Mat output = net.forward();
        List<Detection> found = decode(output, fit[0], fit[1], offsetX, offsetY);
        output.release();
        blob.release();
        return withoutDoubles(found);
    }

    /** Factors in x and y, then what stays free on the left and above, pixels. */
    private double[] fit(Mat image) {
        double fx = descriptor.width() / (double) image.width();
        double fy = descriptor.height() / (double) image.height();
        if (descriptor.letterbox() == NetworkDescriptor.Letterbox.NONE) {
            return new double[] {fx, fy, 0, 0};
        }
        double f = Math.min(fx, fy);
        boolean centre = descriptor.letterbox() == NetworkDescriptor.Letterbox.CENTRE;
        double left = centre ? (descriptor.width() - Math.round(image.width() * f)) / 2.0 : 0;
        double above = centre ? (descriptor.height() - Math.round(image.height() * f)) / 2.0 : 0;
        return new double[] {f, f, Math.floor(left), Math.floor(above)};
    }

    private List<Detection> decode(
            Mat output, double fx, double fy, double offsetX, double offsetY) {
        boolean v8 = descriptor.layout() == NetworkDescriptor.Layout.YOLOV8;
        int fields = descriptor.outputs() + (v8 ? 4 : 5);
        int boxes = checkShape(output, v8, fields);
        float[] values = new float[boxes * fields];
        Mat flat = output.reshape(1, 1);
        flat.get(0, 0, values);
        List<Detection> found = new ArrayList<>();
        int[] cell = {0, 0, 0};
        for (int box = 0; box < boxes; box++) {
            int at = v8 ? box : box * fields;
            int step = v8 ? boxes : 1;
            Detection detection = detection(values, at, step, v8, descriptor.grid() ? cell : null);
            if (descriptor.grid()) {
                nextCell(cell);
            }
            if (detection != null) {
                found.add(
                        new Detection(
                                (detection.x() - offsetX) / fx,
                                (detection.y() - offsetY) / fy,
                                detection.width() / fx,
                                detection.height() / fy,
                                detection.confidence(),
                                detection.vehicleClass()));
            }
        }
        return found;
    }

    private int checkShape(Mat output, boolean v8, int fields) {
        int[] shape = new int[output.dims()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = output.size(i);
        }
        boolean fits = shape.length == 3 && shape[0] == 1 && shape[v8 ? 1 : 2] == fields;
        if (!fits) {
            throw new IllegalArgumentException(
                    "The network (%s) gives %s, not %s as %s with %d classes does."
                            .formatted(
                                    descriptor.model(),
                                    java.util.Arrays.toString(shape),
                                    v8 ? "[1, " + fields + ", N]" : "[1, N, " + fields + "]",
                                    descriptor.layout(),
                                    descriptor.outputs()));
        }
        return shape[v8 ? 2 : 1];
    }

    /** One box in pixels of the input, or null if it is no vehicle or too unsure. */
    private Detection detection(float[] values, int at, int step, boolean v8, int[] cell) {
        int firstClass = v8 ? 4 : 5;
        double objectness = v8 ? 1 : values[at + 4 * step];
        VehicleClass best = null;
        double most = descriptor.confidence();
        for (int c = 0; c < descriptor.outputs(); c++) {
            double confidence = objectness * values[at + (firstClass + c) * step];
            if (confidence >= most) {
                most = confidence;
                best = descriptor.classes().get(c);
            }
        }
        if (best == null) {
            return null;
        }
        double x = values[at];
        double y = values[at + step];
        double w = values[at + 2 * step];
        double h = values[at + 3 * step];
        if (cell != null) {
            int stride = STRIDES[cell[0]];
            x = (x + cell[1]) * stride;
            y = (y + cell[2]) * stride;
            w = Math.exp(w) * stride;
            h = Math.exp(h) * stride;
        }
        return new Detection(x - w / 2, y - h / 2, w, h, Math.min(1, most), best);
    }

    /** Grid cells go row by row, the finest stride first: level, column, row. */
    private void nextCell(int[] cell) {
        int stride = STRIDES[cell[0]];
        if (++cell[1] == descriptor.width() / stride) {
            cell[1] = 0;
            if (++cell[2] == descriptor.height() / stride) {
                cell[2] = 0;
                cell[0] = Math.min(cell[0] + 1, STRIDES.length - 1);
            }
        }
    }

    /** Of boxes of one class that overlap much, the surest stays (non-maximum suppression). */
    private List<Detection> withoutDoubles(List<Detection> found) {
        found.sort(
                Comparator.comparingDouble(Detection::confidence)
                        .reversed()
                        .thenComparingDouble(Detection::x)
                        .thenComparingDouble(Detection::y));
        List<Detection> kept = new ArrayList<>();
        for (Detection detection : found) {
            boolean isDouble =
                    kept.stream()
                            .anyMatch(
                                    k ->
                                            k.vehicleClass() == detection.vehicleClass()
                                                    && k.overlap(detection) > descriptor.overlap());
            if (!isDouble) {
                kept.add(detection);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        input.release();
        sized.release();
    }
}
