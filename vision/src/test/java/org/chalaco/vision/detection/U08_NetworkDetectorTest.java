package org.chalaco.vision.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.video.NativeOpenCv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * FEATURE UNDER TEST: boxes are decoded exactly from every layout, with letterbox and suppression
 * of doubles.
 *
 * <p>The networks are made by hand: whatever the picture, they give the boxes that the test wants.
 */
class U08_NetworkDetectorTest {

    private static final int SIDE = 64;

    @TempDir Path folder;

    /** A network whose output is constant: pooled picture times 0 plus the values. */
    private void network(float[] values, long... shape) throws IOException {
        int n = values.length;
        new OnnxGraph("constant")
                .input("images", 1, 3, SIDE, SIDE)
                .weights("zero", new float[3 * n], n, 3)
                .weights("values", values, n)
                .integers("shape", shape)
                .node("GlobalAveragePool", List.of("images"), "pooled")
                .node("Flatten", List.of("pooled"), "flat")
                .node(
                        "Gemm",
                        List.of("flat", "zero", "values"),
                        "row",
                        new OnnxGraph.Attributes().integer("transB", 1))
                .node("Reshape", List.of("row", "shape"), "boxes")
                .output("boxes", shape)
                .write(folder.resolve("network.onnx"));
    }

    private NetworkDetector open(String layout, String more) throws IOException {
        Path descriptor = folder.resolve("network.json");
        Files.writeString(
                descriptor,
                """
                {"model": "network.onnx", "layout": "%s", "width": 64, "height": 64, "outputs": 2,
                 "classes": {"0": "CAR", "1": "BUS"}%s}
                """
                        .formatted(layout, more));
        return NetworkDetector.open(descriptor);
    }

    private static Mat picture(int width, int height) {
        NativeOpenCv.load();
        return new Mat(height, width, CvType.CV_8UC3, new Scalar(90, 90, 90));
    }

    private static void assertBox(Detection d, double x, double y, double w, double h) {
        assertThat(d.x()).isCloseTo(x, within(1e-4));
        assertThat(d.y()).isCloseTo(y, within(1e-4));
        assertThat(d.width()).isCloseTo(w, within(1e-4));
        assertThat(d.height()).isCloseTo(h, within(1e-4));
    }

    @Test
    void yolov5MultipliesObjectnessAndClass() throws IOException {
        network(
                new float[] {
                    20, 30, 10, 8, 0.9f, 0.1f, 0.8f,
                    40, 40, 10, 10, 0.3f, 0.7f, 0.1f
                },
                1,
                2,
                7);
        try (NetworkDetector detector = open("yolov5", "")) {
            List<Detection> found = detector.detect(picture(64, 64));
            // 0.3 x 0.7 is below 0.25.
            assertThat(found).hasSize(1);
            assertBox(found.get(0), 15, 26, 10, 8);
            assertThat(found.get(0).confidence()).isCloseTo(0.72, within(1e-6));
            assertThat(found.get(0).vehicleClass()).isEqualTo(VehicleClass.BUS);
        }
    }

    @Test
    void yolov8IsTurnedAndTheLetterboxUndone() throws IOException {
        // Two boxes; first all x, then all y, width, height, car, bus.
        network(new float[] {20, 50, 32, 40, 10, 4, 8, 4, 0.9f, 0.1f, 0.2f, 0.6f}, 1, 6, 2);
        try (NetworkDetector detector = open("yolov8", "")) {
            // 128 x 96 becomes 64 x 48 with 8 grey rows above.
            List<Detection> found = detector.detect(picture(128, 96));
            assertThat(found).hasSize(2);
            assertBox(found.get(0), 30, 40, 20, 16);
            assertBox(found.get(1), 96, 60, 8, 8);
            assertThat(found.get(1).vehicleClass()).isEqualTo(VehicleClass.BUS);
        }
    }

    @Test
    void yoloxIsDecodedOnItsGrid() throws IOException {
        int cells = 8 * 8 + 4 * 4 + 2 * 2;
        float[] values = new float[cells * 7];
        // Stride 8, row 2, column 3; then stride 32, row 1, column 0.
        float[] first = {0.5f, 0.25f, (float) Math.log(2), 0, 0.8f, 1, 0};
        float[] last = {0.5f, 0.5f, 0, (float) Math.log(0.5), 0.9f, 0, 1};
        System.arraycopy(first, 0, values, (2 * 8 + 3) * 7, 7);
        System.arraycopy(last, 0, values, (64 + 16 + 2) * 7, 7);
        network(values, 1, cells, 7);
        try (NetworkDetector detector = open("yolox", ", \"grid\": true")) {
            List<Detection> found = detector.detect(picture(64, 64));
            assertThat(found).hasSize(2);
            assertBox(found.get(0), 0, 40, 32, 16);
            assertBox(found.get(1), 20, 14, 16, 8);
        }
    }

    @Test
    void doublesOfOneClassAreSuppressed() throws IOException {
        network(
                new float[] {
                    20, 30, 10, 10, 1, 0.9f, 0,
                    21, 30, 10, 10, 1, 0.8f, 0,
                    20, 30, 10, 10, 1, 0, 0.7f,
                    40, 30, 10, 10, 1, 0.6f, 0
                },
                1,
                4,
                7);
        try (NetworkDetector detector = open("yolov5", "")) {
            assertThat(detector.detect(picture(64, 64)))
                    .extracting(d -> Math.round(d.confidence() * 10))
                    .containsExactly(9L, 7L, 6L);
        }
    }

    @Test
    void anotherShapeIsNamed() throws IOException {
        network(new float[24], 1, 3, 8);
        assertThatThrownBy(() -> open("yolov5", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 3, 8]")
                .hasMessageContaining("[1, N, 7]");
    }

    @Test
    void brokenFilesAndDescriptorsAreNamed() throws IOException {
        assertThatThrownBy(() -> open("yolov5", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("network.onnx");
        Files.writeString(folder.resolve("network.onnx"), "no network");
        assertThatThrownBy(() -> open("yolov5", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("network.onnx");
        Path descriptor = folder.resolve("wrong.json");
        Files.writeString(descriptor, "{\"layout\": \"ssd\", \"classes\": {\"0\": \"TANK\"}}");
        assertThatThrownBy(() -> NetworkDescriptor.read(descriptor))
                .hasMessageContaining("SSD")
                .hasMessageContaining("TANK")
                .hasMessageContaining("\"model\"")
                .hasMessageContaining("\"width\"");
    }

    @Test
    void theChecksumIsThatOfTheFile() throws IOException {
        network(new float[7], 1, 1, 7);
        try (NetworkDetector detector = open("yolov5", "")) {
            assertThat(detector.checksum()).hasSize(64).matches("[0-9a-f]+");
        }
    }
}
