package org.chalaco.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What {@code --json FILE} writes: {@code {"command": ..., "version": ..., "results": {...},
 * "units": {...}}}. Every number in {@code results} has its unit in {@code units} under the same
 * name; {@code -} is a pure number.
 */
public final class ResultsJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode results;
    private final ObjectNode units;

    /** Results of this command, none yet. */
    public ResultsJson(String command, String version) {
        document.put("command", command).put("version", version);
        results = document.putObject("results");
        units = document.putObject("units");
    }

    /** Adds a number with its unit; NaN becomes null, which is what JSON knows. */
    public ResultsJson put(String name, double value, String unit) {
        if (Double.isFinite(value)) {
            results.put(name, value);
        } else {
            results.putNull(name);
        }
        units.put(name, unit);
        return this;
    }

    /** Adds a whole number with its unit. */
    public ResultsJson put(String name, long value, String unit) {
        results.put(name, value);
        units.put(name, unit);
        return this;
    }

    /** Adds a text. */
    public ResultsJson put(String name, String value) {
        results.put(name, value);
        return this;
    }

    /** The node that holds the results, for lists and objects of their own. */
    public ObjectNode results() {
        return results;
    }

    /** The node that holds the units. */
    public ObjectNode units() {
        return units;
    }

    /** The document as text. */
    public String text() {
        try {
            return MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The results cannot be written as JSON.", e);
        }
    }

    /** Writes the document. */
    public void write(Path file) throws IOException {
        OutputFolder.writeText(file, text());
    }
}
