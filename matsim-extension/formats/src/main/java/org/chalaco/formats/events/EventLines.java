package org.chalaco.formats.events;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.chalaco.formats.xml.Escape;
import org.chalaco.formats.xml.OutputFile;

/**
 * Lines of an events file, put together from bytes that were escaped once; a day in a city has
 * millions of them.
 */
final class EventLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final byte[] HEADER =
            bytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<events version=\"1.0\">\n");
    private static final byte[] FOOTER = bytes("</events>\n");
    private static final byte[] BEGIN = bytes("\t<event time=\"");
    private static final byte[] END = bytes("\"/>\n");

    private final OutputFile file;
    private final OutputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int used;
    private double lastTime = Double.NaN;
    private byte[] lastTimeBytes = {};

    EventLines(Path path) {
        file = OutputFile.create(path);
        stream = file.stream();
        put(HEADER);
    }

    /** Bytes of an id or word, ready to stand in an attribute. */
    static byte[] escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        Escape.attribute(escaped, value);
        return bytes(escaped.toString());
    }

    /** What stands between the time and the first value: {@code " type="left link" link="}. */
    static byte[] type(String type, String firstAttribute) {
        return bytes("\" type=\"" + type + "\" " + firstAttribute + "=\"");
    }

    /** What stands between two values: {@code " vehicle="}. */
    static byte[] attribute(String name) {
        return bytes("\" " + name + "=\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Starts a line. */
    EventLines begin(double time) {
        put(BEGIN);
        if (time != lastTime) {
            lastTime = time;
            lastTimeBytes = bytes(Double.toString(time));
        }
        return put(lastTimeBytes);
    }

    /** Adds bytes to the line. */
    EventLines put(byte[] bytes) {
        if (bytes.length > BUFFER - used) {
            flush();
            if (bytes.length > BUFFER) {
                write(bytes, bytes.length);
                return this;
            }
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
        return this;
    }

    /** Adds a number to the line. */
    EventLines put(double value) {
        return put(bytes(Double.toString(value)));
    }

    /** Ends the line. */
    void end() {
        put(END);
    }

    private void flush() {
        write(buffer, used);
        used = 0;
    }

    private void write(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The events cannot be written.", e);
        }
    }

    void commit() {
        put(FOOTER);
        flush();
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
