package org.chalaco.vision.detection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a network as an ONNX file: tensors, nodes, one input, any outputs.
 *
 * <p>Only what own networks need of the format: 32-bit floating point and 64-bit integer tensors,
 * attributes that are integers, lists of integers or a floating-point number. Nodes are written in
 * the order they are added, which must be one in which they can be computed. Mutable, not
 * thread-safe.
 *
 * <p>Format: ONNX IR version 8, operator set 13 (onnx.proto), in protobuf's wire encoding.
 */
public final class OnnxGraph {

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final Message graph = new Message();

    /** An empty graph. */
    public OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** Adds the input: batch, channels, height, width as a rule. */
    public OnnxGraph input(String name, long... shape) {
        graph.message(11, valueInfo(name, shape));
        return this;
    }

    /** Adds an output. */
    public OnnxGraph output(String name, long... shape) {
        graph.message(12, valueInfo(name, shape));
        return this;
    }

    /** Adds a tensor of weights, row by row. */
    public OnnxGraph weights(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        graph.message(5, tensor(name, FLOAT, raw.array(), shape));
        return this;
    }

    /** Adds a list of whole numbers, such as the shape that Reshape asks for. */
    public OnnxGraph integers(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        graph.message(5, tensor(name, INT64, raw.array(), values.length));
        return this;
    }

    /** Adds a node without attributes. */
    public OnnxGraph node(String operator, List<String> inputs, String output) {
        return node(operator, inputs, output, new Attributes());
    }

    /** Adds a node. */
    public OnnxGraph node(
            String operator, List<String> inputs, String output, Attributes attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output + "_node").text(4, operator);
        attributes.all.forEachAttribute(node);
        graph.message(1, node);
        return this;
    }

    /** The file's content. */
    public byte[] toBytes() {
        Message operators = new Message().text(1, "").number(2, OPERATOR_SET);
        return new Message()
                .number(1, IR_VERSION)
                .text(2, "chalaco")
                .message(7, graph)
                .message(8, operators)
                .bytes();
    }

    /** Writes the file; it is moved into place when it is complete. */
    public void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, toBytes());
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Message valueInfo(String name, long... shape) {
        Message dimensions = new Message();
        for (long size : shape) {
            dimensions.message(1, new Message().number(1, size));
        }
        Message type = new Message().number(1, FLOAT).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, type));
    }

    private static Message tensor(String name, int type, byte[] raw, long... shape) {
        Message tensor = new Message();
        for (long size : shape) {
            tensor.number(1, size);
        }
        return tensor.number(2, type).text(8, name).block(9, raw);
    }

    /** Attributes of a node, in the order they are added. */
    public static final class Attributes {

        private final AttributeList all = new AttributeList();

        /** Adds a whole number. */
        public Attributes integer(String name, long value) {
            all.add(new Message().text(1, name).number(3, value).number(20, ATTRIBUTE_INT));
            return this;
        }

        /** Adds a list of whole numbers, such as a kernel's shape. */
        public Attributes integers(String name, long... values) {
            Message attribute = new Message().text(1, name);
            for (long value : values) {
                attribute.number(8, value);
            }
            all.add(attribute.number(20, ATTRIBUTE_INTS));
            return this;
        }

        /** Adds a floating-point number. */
        public Attributes real(String name, float value) {
            all.add(new Message().text(1, name).real(2, value).number(20, ATTRIBUTE_FLOAT));
            return this;
        }
    }

    /** Attributes that wait for their node. */
    private static final class AttributeList {

        private final List<Message> messages = new java.util.ArrayList<>();

        void add(Message message) {
            messages.add(message);
        }

        void forEachAttribute(Message node) {
            messages.forEach(message -> node.message(5, message));
        }
    }

    /** A protobuf message: fields one after the other, each with its number and wire type. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int LENGTH = 2;
        private static final int FIXED32 = 5;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message real(int field, float value) {
            varint((long) field << 3 | FIXED32);
            int bits = Float.floatToIntBits(value);
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(bits >> shift);
            }
            return this;
        }

        Message text(int field, String value) {
            return block(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return block(field, value.bytes());
        }

        Message block(int field, byte[] value) {
            varint((long) field << 3 | LENGTH);
            varint(value.length);
            out.write(value, 0, value.length);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
