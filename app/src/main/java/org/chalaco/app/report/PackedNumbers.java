package org.chalaco.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Long rows of numbers as the page reads them: little-endian, raw deflate, base64url. The url
 * alphabet keeps slashes out of the file, so that nothing in it can look like an address.
 *
 * @param type how the page reads the bytes: {@code u8}, {@code i32} or {@code f32}
 * @param size number of values
 * @param bytes deflated, base64url without padding
 */
record PackedNumbers(String type, int size, String bytes) {

    static PackedNumbers of(int[] values) {
        ByteBuffer buffer = littleEndian(4 * values.length);
        buffer.asIntBuffer().put(values);
        return new PackedNumbers("i32", values.length, pack(buffer.array()));
    }

    static PackedNumbers of(float[] values) {
        ByteBuffer buffer = littleEndian(4 * values.length);
        buffer.asFloatBuffer().put(values);
        return new PackedNumbers("f32", values.length, pack(buffer.array()));
    }

    static PackedNumbers of(byte[] values) {
        return new PackedNumbers("u8", values.length, pack(values));
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String pack(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to write", e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
