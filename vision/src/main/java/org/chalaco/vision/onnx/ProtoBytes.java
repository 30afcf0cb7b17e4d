package org.chalaco.vision.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of one protobuf message (encoding: protobuf.dev/programming-guides/encoding): as much of it
 * as ONNX needs.
 */
final class ProtoBytes {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private void key(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    ProtoBytes number(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    ProtoBytes real(int field, float value) {
        key(field, FIXED_32);
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
        return this;
    }

    ProtoBytes bytes(int field, byte[] value) {
        key(field, LENGTH_DELIMITED);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    ProtoBytes text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes message(int field, ProtoBytes value) {
        return bytes(field, value.toArray());
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
