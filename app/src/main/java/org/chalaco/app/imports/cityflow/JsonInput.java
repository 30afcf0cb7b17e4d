package org.chalaco.app.imports.cityflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * A value in a JSON file that knows where it stands, such as {@code roads[3].lanes[0]}. What is
 * missing or of another kind is reported, all of it, and replaced by something harmless.
 *
 * @param node the value
 * @param place where it stands
 * @param file its file
 * @param problems takes what is wrong
 */
record JsonInput(JsonNode node, String place, Path file, Problems problems) {

    /** The whole of a file; an empty object where it cannot be read. */
    static JsonInput read(Path file, Problems problems) {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode node = mapper.createObjectNode();
        if (!Files.isRegularFile(file)) {
            problems.error(
                    ProblemType.UNREADABLE,
                    file.toString(),
                    "There is no file (%s).".formatted(file),
                    "");
            return new JsonInput(node, "", file, problems);
        }
        try {
            node = mapper.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(
                    new Problem(
                            ProblemType.IMPORT_FORM.id(),
                            Severity.ERROR,
                            file.toString(),
                            Math.max(0, line),
                            "",
                            "",
                            "This is no JSON: %s.".formatted(e.getOriginalMessage()),
                            "Maybe the file was cut off?"));
        } catch (IOException e) {
            problems.error(ProblemType.UNREADABLE, file.toString(), e.toString(), "");
        }
        return new JsonInput(node, "", file, problems);
    }

    /** Reports what is wrong with this value. */
    void problem(ProblemType type, String message, String remedy) {
        add(type, Severity.ERROR, message, remedy);
    }

    /** Reports what is strange about this value, which is used all the same. */
    void warn(ProblemType type, String message, String remedy) {
        add(type, Severity.WARNING, message, remedy);
    }

    private void add(ProblemType type, Severity severity, String message, String remedy) {
        String value = node.isValueNode() ? node.asText() : "";
        problems.add(
                new Problem(
                        type.id(),
                        severity,
                        file.toString(),
                        0,
                        place,
                        value,
                        place.isEmpty() ? message : place + ": " + message,
                        remedy));
    }

    private JsonInput child(String name, JsonNode value) {
        return new JsonInput(value, place.isEmpty() ? name : place + "." + name, file, problems);
    }

    /** The elements of this list; none, and a problem, if it is no list. */
    List<JsonInput> elements() {
        List<JsonInput> elements = new ArrayList<>();
        if (!node.isArray()) {
            problem(ProblemType.IMPORT_FORM, "A list is expected here.", "");
            return elements;
        }
        for (int k = 0; k < node.size(); k++) {
            elements.add(new JsonInput(node.get(k), place + "[" + k + "]", file, problems));
        }
        return elements;
    }

    /** A member that must be there; null, and a problem, if it is not. */
    JsonInput get(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            problem(ProblemType.IMPORT_FORM, "The value (%s) is missing.".formatted(name), "");
            return null;
        }
        return child(name, value);
    }

    /** A member that may be there, or null. */
    JsonInput find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : child(name, value);
    }

    /** The elements of a list that must be there. */
    List<JsonInput> list(String name) {
        JsonInput value = get(name);
        return value == null ? List.of() : value.elements();
    }

    /** A text that must be there; empty if it is not. */
    String text(String name) {
        JsonInput value = get(name);
        return value == null ? "" : value.asText();
    }

    /** This text; empty, and a problem, if it is none. */
    String asText() {
        if (!node.isTextual() || node.asText().isBlank()) {
            problem(ProblemType.IMPORT_FORM, "A text is expected here.", "");
            return "";
        }
        return node.asText();
    }

    /** A number that must be there and within these limits; the lower one if it is not. */
    double number(String name, double least, double most) {
        JsonInput value = get(name);
        return value == null ? least : value.asNumber(least, most);
    }

    /** This number; the lower limit, and a problem, if it is none or beyond the limits. */
    double asNumber(double least, double most) {
        double number = node.asDouble();
        if (!node.isNumber() || !(number >= least && number <= most)) {
            problem(
                    ProblemType.IMPORT_FORM,
                    "A number between (%s) and (%s) is expected here, not (%s)."
                            .formatted(least, most, node),
                    "");
            return least;
        }
        return number;
    }

    /** A whole number that must be there and within these limits. */
    int whole(String name, int least, int most) {
        return (int) number(name, least, most);
    }
}
