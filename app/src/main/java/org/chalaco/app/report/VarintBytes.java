package org.chalaco.app.report;

import java.util.Arrays;

/** A growing row of bytes that writes small whole numbers in few of them (LEB128, zigzag). */
final class VarintBytes {

    private byte[] bytes = new byte[24];
    private int size;

    /** Appends a number that is not negative, 7 bits a byte, lowest first. */
    void add(int value) {
        int rest = value;
        while (rest > 0x7F) {
            addByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        addByte(rest);
    }

    /** Appends a number of either sign; those near zero are short. */
    void addSigned(int value) {
        add(value << 1 ^ value >> 31);
    }

    /** Appends what another one holds. */
    void addAll(VarintBytes other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    int size() {
        return size;
    }

    /** A copy of what was written. */
    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void addByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
