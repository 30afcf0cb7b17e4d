package org.chalaco.vision.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * How a detection network wants its picture and gives its boxes; a small JSON file beside the ONNX
 * file.
 *
 * @param model the ONNX file
 * @param layout of the output
 * @param width of the input, pixels
 * @param height of the input, pixels
 * @param letterbox how the picture is fitted into the input
 * @param scale factor for pixel values: 1/255 for most, 1 for YOLOX
 * @param rgb whether the channels are red, green, blue rather than the reverse
 * @param grid whether boxes are still relative to their grid cell (YOLOX exported raw)
 * @param confidence least confidence of a detection
 * @param overlap boxes of one class that overlap more are one vehicle (non-maximum suppression)
 * @param outputs how many classes the network tells apart
 * @param classes which of its classes are vehicles, and which
 */
public record NetworkDescriptor(
        Path model,
        Layout layout,
        int width,
        int height,
        Letterbox letterbox,
        double scale,
        boolean rgb,
        boolean grid,
        double confidence,
        double overlap,
        int outputs,
        Map<Integer, VehicleClass> classes) {

    /** Where an output tensor holds what; N boxes, C classes. */
    public enum Layout {
        /** [1, N, 5 + C]: centre, size, objectness, classes. */
        YOLOV5,
        /** [1, 4 + C, N]: centre, size, classes; v8 and v11. */
        YOLOV8,
        /** [1, N, 5 + C] as YOLOv5, perhaps relative to a grid of strides 8, 16, 32. */
        YOLOX
    }

    /** How a picture is fitted into the input; what stays free is grey (114). */
    public enum Letterbox {
        /** Same aspect, in the middle. */
        CENTRE,
        /** Same aspect, in the upper left corner. */
        CORNER,
        /** Stretched to the input. */
        NONE
    }

    /**
     * Reads a descriptor.
     *
     * @throws IllegalArgumentException with all that is wrong
     */
    public static NetworkDescriptor read(Path file) {
        List<String> wrong = new ArrayList<>();
        JsonNode node;
        try {
            node = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The descriptor (%s) is not there or no JSON.".formatted(file), e);
        }
        Layout layout = word(node, "layout", Layout.values(), Layout.YOLOX, wrong);
        boolean yolox = layout == Layout.YOLOX;
        Letterbox letterbox =
                word(
                        node,
                        "letterbox",
                        Letterbox.values(),
                        yolox ? Letterbox.CORNER : Letterbox.CENTRE,
                        wrong);
        if (!node.hasNonNull("model")) {
            wrong.add("\"model\" is missing");
        }
        NetworkDescriptor descriptor =
                new NetworkDescriptor(
                        file.resolveSibling(node.path("model").asText("missing.onnx")),
                        layout,
                        number(node, "width", wrong),
                        number(node, "height", wrong),
                        letterbox,
                        node.path("scale").asDouble(yolox ? 1 : 1 / 255.0),
                        node.path("rgb").asBoolean(!yolox),
                        node.path("grid").asBoolean(false),
                        node.path("confidence").asDouble(0.25),
                        node.path("overlap").asDouble(0.45),
                        number(node, "outputs", wrong),
                        classes(node.path("classes"), wrong));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "The descriptor (%s): %s.".formatted(file, String.join("; ", wrong)));
        }
        return descriptor;
    }

    private static int number(JsonNode node, String name, List<String> wrong) {
        int value = node.path(name).asInt(0);
        if (value < 1 || value > 1 << 14) {
            wrong.add(
                    "\"%s\" is (%s), not a whole number above 0".formatted(name, node.path(name)));
        }
        return value;
    }

    private static <E extends Enum<E>> E word(
            JsonNode node, String name, E[] values, E otherwise, List<String> wrong) {
        if (!node.hasNonNull(name)) {
            return otherwise;
        }
        String wanted = node.get(name).asText().toUpperCase(Locale.ROOT);
        for (E value : values) {
            if (value.name().equals(wanted)) {
                return value;
            }
        }
        wrong.add("\"%s\" is (%s), not one of %s".formatted(name, wanted, List.of(values)));
        return otherwise;
    }

    private static Map<Integer, VehicleClass> classes(JsonNode node, List<String> wrong) {
        Map<Integer, VehicleClass> classes = new TreeMap<>();
        node.properties()
                .forEach(
                        entry -> {
                            try {
                                classes.put(
                                        Integer.valueOf(entry.getKey()),
                                        VehicleClass.valueOf(entry.getValue().asText()));
                            } catch (IllegalArgumentException e) {
                                wrong.add(
                                        "class (%s: %s) is none of %s"
                                                .formatted(
                                                        entry.getKey(),
                                                        entry.getValue(),
                                                        List.of(VehicleClass.values())));
                            }
                        });
        if (classes.isEmpty()) {
            wrong.add("\"classes\" names no vehicles, such as {\"2\": \"CAR\"}");
        }
        return classes;
    }
}
