package org.chalaco.vision.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network written as an ONNX file, operator set 13: nodes in order, weights as initialisers.
 *
 * <pre>{@code
 * new OnnxGraph("tiny")
 *         .input("image", 1, 3, 32, 32)
 *         .weights("w", new float[16 * 27], 16, 3, 3, 3)
 *         .node("Conv", Map.of("pads", new long[] {1, 1, 1, 1}), "c", "image", "w")
 *         .node("Relu", Map.of(), "r", "c")
 *         .output("r", 1, 16, 32, 32)
 *         .write(file);
 * }</pre>
 *
 * <p>Source: the ONNX intermediate representation, onnx.proto3. Not thread-safe.
 */
public final class OnnxGraph {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int IR_VERSION = 7;
    private static final int OPERATOR_SET = 13;

    // AttributeProto.AttributeType
    private static final int A_FLOAT = 1;
    private static final int AN_INT = 2;
    private static final int INTS = 7;

    private final ProtoBytes graph = new ProtoBytes();
    private final Map<String, String> properties = new TreeMap<>();
    private int nodes;

    /** An empty graph of this name. */
    public OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** Declares an input of floats. */
    public OnnxGraph input(String name, long... shape) {
        graph.message(11, value(name, shape));
        return this;
    }

    /** Declares an output of floats. */
    public OnnxGraph output(String name, long... shape) {
        graph.message(12, value(name, shape));
        return this;
    }

    private static ProtoBytes value(String name, long[] shape) {
        ProtoBytes dimensions = new ProtoBytes();
        for (long size : shape) {
            dimensions.message(1, new ProtoBytes().number(1, size));
        }
        ProtoBytes tensor = new ProtoBytes().number(1, FLOAT).message(2, dimensions);
        return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
    }

    /**
     * Adds weights.
     *
     * @throws IllegalArgumentException if there are not as many as the shape says
     */
    public OnnxGraph weights(String name, float[] values, long... shape) {
        checkSize(name, values.length, shape);
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        graph.message(5, tensor(name, FLOAT, raw.array(), shape));
        return this;
    }

    /**
     * Adds whole numbers, such as a shape.
     *
     * @throws IllegalArgumentException if there are not as many as the shape says
     */
    public OnnxGraph integers(String name, long[] values, long... shape) {
        checkSize(name, values.length, shape);
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        graph.message(5, tensor(name, INT64, raw.array(), shape));
        return this;
    }

    private static void checkSize(String name, int count, long[] shape) {
        long size = 1;
        for (long s : shape) {
            size *= s;
        }
        if (size != count) {
            throw new IllegalArgumentException(
                    "The tensor (%s) has (%d) values, its shape (%d).".formatted(name, count, size));
        }
    }

    private static ProtoBytes tensor(String name, int type, byte[] raw, long[] shape) {
        ProtoBytes tensor = new ProtoBytes();
        for (long size : shape) {
            tensor.number(1, size);
        }
        return tensor.number(2, type).text(8, name).bytes(9, raw);
    }

    /**
     * Adds a node.
     *
     * @param operator such as {@code Conv}
     * @param attributes by name: {@code Long}, {@code Float} or {@code long[]}
     * @param output name of what comes out
     * @param inputs names of what goes in
     */
    public OnnxGraph node(
            String operator, Map<String, Object> attributes, String output, String... inputs) {
        ProtoBytes node = new ProtoBytes();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(3, operator + "_" + nodes++).text(4, operator);
        new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
        graph.message(1, node);
        return this;
    }

    private static ProtoBytes attribute(String name, Object value) {
        ProtoBytes attribute = new ProtoBytes().text(1, name);
        if (value instanceof Float real) {
            return attribute.real(2, real).number(20, A_FLOAT);
        }
        if (value instanceof Long number) {
            return attribute.number(3, number).number(20, AN_INT);
        }
        if (value instanceof long[] numbers) {
            for (long number : numbers) {
                attribute.number(8, number);
            }
            return attribute.number(20, INTS);
        }
        throw new IllegalArgumentException(
                "The attribute (%s) is neither Long nor Float nor long[].".formatted(name));
    }

    /** Adds a property that readers can look up, such as what the outputs mean. */
    public OnnxGraph property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /** The whole file. */
    public byte[] toBytes() {
        ProtoBytes model =
                new ProtoBytes()
                        .number(1, IR_VERSION)
                        .text(2, "chalaco")
                        .message(7, graph)
                        .message(8, new ProtoBytes().text(1, "").number(2, OPERATOR_SET));
        properties.forEach(
                (key, value) -> model.message(14, new ProtoBytes().text(1, key).text(2, value)));
        return model.toArray();
    }

    /** Writes the file beside its place and moves it there. */
    public void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(".writing-" + file.getFileName());
        Files.write(temporary, toBytes());
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
