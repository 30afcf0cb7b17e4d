package org.chalaco.formats.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an XML file element by element, indented with tabs, escaping what needs it. The file
 * appears when {@link #commit} is called; {@link #close} without it drops everything.
 */
public final class XmlOutput implements AutoCloseable {

    private static final int FLUSH_AT = 1 << 15;

    private final OutputFile file;
    private final StringBuilder text = new StringBuilder(2 * FLUSH_AT);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;

    private XmlOutput(OutputFile file) {
        this.file = file;
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** A file without a grammar. */
    public static XmlOutput create(Path file) {
        return new XmlOutput(OutputFile.create(file));
    }

    /** A file with one of MATSim's DTDs, such as {@code network_v2.dtd}. */
    public static XmlOutput withDoctype(Path file, String root, String dtd) {
        XmlOutput out = create(file);
        out.text.append("<!DOCTYPE ").append(root).append(" SYSTEM \"");
        out.text.append("http://www.matsim.org/files/dtd/").append(dtd).append("\">\n\n");
        return out;
    }

    /** A file with one of MATSim's schemas, such as {@code signalSystems_v2.0.xsd}. */
    public static XmlOutput withSchema(Path file, String root, String schema) {
        String namespace = "http://www.matsim.org/files/dtd";
        return create(file)
                .start(root)
                .attribute("xmlns", namespace)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", namespace + " " + namespace + "/" + schema);
    }

    /** Opens an element. */
    public XmlOutput start(String name) {
        closeStartTag();
        if (!open.isEmpty()) {
            newLine(open.size());
        }
        text.append('<').append(name);
        open.push(name);
        inStartTag = true;
        flushIfFull();
        return this;
    }

    /** Gives the element just opened an attribute. */
    public XmlOutput attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        Escape.attribute(text, value);
        text.append('"');
        return this;
    }

    /** Gives the element just opened a number. */
    public XmlOutput attribute(String name, double value) {
        return attribute(name, Numbers.write(value));
    }

    /** Gives the element just opened a time, unless it is NaN. */
    public XmlOutput time(String name, double seconds) {
        return Double.isNaN(seconds) ? this : attribute(name, Times.write(seconds));
    }

    /** Writes text into the element just opened and ends it. */
    public XmlOutput endWithText(String content) {
        text.append('>');
        Escape.text(text, content);
        inStartTag = false;
        return endTag();
    }

    /** Ends the element opened last. */
    public XmlOutput end() {
        if (inStartTag) {
            text.append("/>");
            open.pop();
            inStartTag = false;
            return this;
        }
        newLine(open.size() - 1);
        return endTag();
    }

    private XmlOutput endTag() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes one of MATSim's attributes: {@code <attribute name= class=>value</attribute>}. */
    public XmlOutput matsimAttribute(String name, String className, String value) {
        return start("attribute")
                .attribute("name", name)
                .attribute("class", className)
                .endWithText(value);
    }

    private void closeStartTag() {
        if (inStartTag) {
            text.append('>');
            inStartTag = false;
        }
    }

    private void newLine(int indent) {
        text.append('\n');
        for (int k = 0; k < indent; k++) {
            text.append('\t');
        }
    }

    private void flushIfFull() {
        if (text.length() >= FLUSH_AT) {
            flush();
        }
    }

    private void flush() {
        try {
            file.stream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all open elements and puts the file in its place. */
    public void commit() {
        while (!open.isEmpty()) {
            end();
        }
        text.append('\n');
        flush();
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
