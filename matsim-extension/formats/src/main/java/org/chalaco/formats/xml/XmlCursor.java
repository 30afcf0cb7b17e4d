package org.chalaco.formats.xml;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Stands on one element of an XML file and moves forward only.
 *
 * <p>A reader visits the children of the element with {@link #children}, asks each for its {@link
 * #name} and attributes, and reports what is wrong with it; what it does not read is skipped. A
 * wrong value is reported and replaced by something harmless, so that reading goes on and finds the
 * next problem.
 */
public final class XmlCursor {

    /** Ends the reading of a file that cannot be read further. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;
        private final int line;

        Stop(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
            this.line = problem.line();
        }

        Stop(int line, String text) {
            super(text, null, false, false);
            this.problem = null;
            this.line = line;
        }

        int line() {
            return line;
        }

        String text() {
            return getMessage();
        }

        Problem problem(Supplier<Problem> otherwise) {
            return problem == null ? otherwise.get() : problem;
        }
    }

    private final Path file;
    private final XMLStreamReader reader;
    private final GuardedInput input;
    private final InputLimits limits;
    private final Problems problems;
    private int depth;

    XmlCursor(
            Path file,
            XMLStreamReader reader,
            GuardedInput input,
            InputLimits limits,
            Problems problems) {
        this.file = file;
        this.reader = reader;
        this.input = input;
        this.limits = limits;
        this.problems = problems;
    }

    // ---------------------------------------------------------------- moving

    boolean enterRoot(String root) {
        advance();
        if (!name().equals(root)) {
            error(
                    ProblemType.WRONG_ROOT,
                    name(),
                    "This is a file of (%s), not of (%s).".formatted(name(), root),
                    name().equals("plans")
                            ? "Maybe convert it with MATSim? Populations before v6 are not read."
                            : "Maybe another file was meant?");
            return false;
        }
        return true;
    }

    /** Reads to the very end, so that a file cut off after the last useful element is noticed. */
    void finish() {
        while (depth > 0) {
            advance();
        }
        try {
            while (reader.hasNext()) {
                reader.next();
                input.progress();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new Stop(line(), String.valueOf(e.getMessage()));
        }
    }

    /** Visits every child of this element; afterwards the cursor has left the element. */
    public void children(Runnable onChild) {
        int level = depth;
        while (advance()) {
            onChild.run();
            while (depth > level) {
                advance();
            }
        }
    }

    /** The text of this element; afterwards the cursor has left the element. */
    public String text() {
        int level = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= level) {
            int event = nextEvent();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                unknownElement();
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (text.length() + reader.getTextLength() > limits.tokenBytes()) {
            throw new Stop(
                    problem(
                            ProblemType.BEYOND_LIMIT,
                            "",
                            "A text is longer than (%d) characters.".formatted(limits.tokenBytes()),
                            ""));
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** Moves to the next start of an element (true) or end of one (false). */
    private boolean advance() {
        while (true) {
            int event = nextEvent();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private int nextEvent() {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw new Stop(line(), String.valueOf(e.getMessage()));
        }
        input.progress();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.ENTITY_REFERENCE -> throw ownEntity();
            default -> {}
        }
        return event;
    }

    private void enter() {
        depth++;
        if (depth > limits.depth()) {
            throw new Stop(
                    problem(
                            ProblemType.BEYOND_LIMIT,
                            name(),
                            "Elements are nested more than (%d) deep.".formatted(limits.depth()),
                            ""));
        }
    }

    private Stop ownEntity() {
        return new Stop(
                problem(
                        ProblemType.OWN_ENTITIES,
                        reader.getLocalName(),
                        "The entity (%s) is not resolved.".formatted(reader.getLocalName()),
                        "Maybe write the text itself?"));
    }

    // ---------------------------------------------------------------- looking

    /** The file being read. */
    public Path file() {
        return file;
    }

    /** Line of the element, counted from 1. */
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Name of the element, without its namespace prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** Number of attributes. */
    public int attributeCount() {
        return reader.getAttributeCount();
    }

    /** Name of the {@code k}-th attribute. */
    public String attributeName(int k) {
        return reader.getAttributeLocalName(k);
    }

    /** Value of the {@code k}-th attribute. */
    public String attributeValue(int k) {
        return reader.getAttributeValue(k);
    }

    /** Value of an attribute, or null. */
    public String find(String attribute) {
        for (int k = 0, n = reader.getAttributeCount(); k < n; k++) {
            if (attribute.equals(reader.getAttributeLocalName(k))) {
                return reader.getAttributeValue(k);
            }
        }
        return null;
    }

    /** Value of an attribute, or null and an error if it is missing or empty. */
    public String require(String attribute) {
        String value = find(attribute);
        if (value == null || value.isEmpty()) {
            error(
                    ProblemType.MISSING_ATTRIBUTE,
                    attribute,
                    "The element (%s) has no (%s).".formatted(describe(), attribute),
                    nearestAttribute(attribute));
            return null;
        }
        return value;
    }

    private String nearestAttribute(String attribute) {
        List<String> present =
                java.util.stream.IntStream.range(0, reader.getAttributeCount())
                        .mapToObj(reader::getAttributeLocalName)
                        .filter(name -> !name.equals(attribute))
                        .toList();
        return NearestName.find(attribute, present)
                .map(name -> "Maybe it is called (%s) here?".formatted(name))
                .orElse("");
    }

    /** A number that must be there; the fallback and an error if it is missing or not in range. */
    public double requireNumber(String attribute, double least, double most, double fallback) {
        String text = require(attribute);
        return text == null ? fallback : parse(attribute, text, least, most, fallback);
    }

    /** A number that may be missing; the fallback then, or with an error if it is not in range. */
    public double number(String attribute, double least, double most, double fallback) {
        String text = find(attribute);
        return text == null ? fallback : parse(attribute, text, least, most, fallback);
    }

    private double parse(
            String attribute, String text, double least, double most, double fallback) {
        double value = Numbers.parse(text);
        if (value >= least && value <= most) {
            return value;
        }
        error(
                ProblemType.NOT_A_NUMBER,
                text,
                Numbers.complaint(attribute, describe(), text, least, most),
                "");
        return fallback;
    }

    /** A number that may be missing or undefined: NaN then, or with an error if it is neither. */
    public double measure(String attribute) {
        String text = find(attribute);
        if (text == null || text.isEmpty() || text.equals("NaN") || text.equals("undefined")) {
            return Double.NaN;
        }
        return parse(attribute, text, -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN);
    }

    /** A time in s since midnight; NaN if it is missing or undefined, or with an error if wrong. */
    public double time(String attribute) {
        String text = find(attribute);
        if (text == null) {
            return Double.NaN;
        }
        try {
            return Times.parse(text);
        } catch (IllegalArgumentException e) {
            error(
                    ProblemType.NOT_A_TIME,
                    text,
                    "The %s (%s) of (%s) is not a time.".formatted(attribute, text, describe()),
                    "Maybe 07:30:00?");
            return Double.NaN;
        }
    }

    /** The element with its id, for messages. */
    public String describe() {
        if (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            return reader.getEventType() == XMLStreamConstants.END_ELEMENT ? name() : "text";
        }
        String id = find("id");
        return id == null ? name() : name() + " " + id;
    }

    // ---------------------------------------------------------------- reporting

    /** Says that this element does not belong here; it is left out. */
    public void unknownElement() {
        warn(
                ProblemType.UNKNOWN_ELEMENT,
                name(),
                "The element (%s) is not known here and was left out.".formatted(name()),
                "");
    }

    /** Reports an error at this element. */
    public void error(ProblemType type, String value, String message, String remedy) {
        problems.add(problem(type, value, message, remedy));
    }

    /** Reports a warning at this element. */
    public void warn(ProblemType type, String value, String message, String remedy) {
        problems.add(at(type, Severity.WARNING, line(), value, message, remedy));
    }

    /** Reports something about an element further up in the file. */
    public Problem at(
            ProblemType type,
            Severity severity,
            int line,
            String value,
            String message,
            String remedy) {
        return new Problem(
                type.id(), severity, file.toString(), line, elementName(), value, message, remedy);
    }

    /** Takes what is wrong. */
    public Problems problems() {
        return problems;
    }

    private Problem problem(ProblemType type, String value, String message, String remedy) {
        return at(type, Severity.ERROR, line(), value, message, remedy);
    }

    private String elementName() {
        int event = reader.getEventType();
        return event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                ? name()
                : "";
    }
}
