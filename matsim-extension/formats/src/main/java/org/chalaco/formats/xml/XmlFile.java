package org.chalaco.formats.xml;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * Opens XML files for reading. Whatever is wrong with a file as such (missing, cut off, not
 * well-formed, too large, another format) becomes one problem; nothing outside the file is ever
 * loaded: a DOCTYPE is skipped, entities are an error.
 */
public final class XmlFile {

    private static final XMLInputFactory FACTORY = factory();

    private XmlFile() {}

    /**
     * Reads a file.
     *
     * @param file plain or gzipped
     * @param root name its outermost element must have
     * @param limits what it may cost
     * @param problems takes what is wrong
     * @param body reads the content; the cursor stands on the outermost element
     */
    public static void read(
            Path file,
            String root,
            InputLimits limits,
            Problems problems,
            Consumer<XmlCursor> body) {
        if (!Files.isRegularFile(file)) {
            problems.error(
                    ProblemType.UNREADABLE,
                    file.toString(),
                    "There is no file (%s).".formatted(file),
                    Files.isDirectory(file) ? "Maybe name a file in this folder?" : "");
            return;
        }
        try (GuardedInput input = GuardedInput.open(file, limits)) {
            read(file, root, limits, problems, body, input);
        } catch (IOException e) {
            problems.add(problemOf(file, 0, e));
        }
    }

    private static void read(
            Path file,
            String root,
            InputLimits limits,
            Problems problems,
            Consumer<XmlCursor> body,
            GuardedInput input)
            throws IOException {
        XMLStreamReader reader = null;
        try {
            reader = FACTORY.createXMLStreamReader(input);
            XmlCursor cursor = new XmlCursor(file, reader, input, limits, problems);
            if (cursor.enterRoot(root)) {
                body.accept(cursor);
                cursor.finish();
            }
            if (input.failure() != null) {
                // The parser takes the end of a cut-off gzip file for the end of the content.
                problems.add(problemOf(file, 0, input.failure()));
            }
        } catch (XMLStreamException e) {
            problems.add(malformed(file, line(reader), input, e.getMessage()));
        } catch (XmlCursor.Stop stop) {
            problems.add(stop.problem(() -> malformed(file, stop.line(), input, stop.text())));
        }
    }

    private static int line(XMLStreamReader reader) {
        return reader == null ? 1 : reader.getLocation().getLineNumber();
    }

    private static Problem malformed(Path file, int line, GuardedInput input, String text) {
        if (input.failure() != null) {
            return problemOf(file, line, input.failure());
        }
        if (input.isAtEnd()) {
            return problem(
                    ProblemType.CUT_OFF,
                    file,
                    line,
                    input.isEmpty() ? "The file is empty." : "The file ends in the middle.",
                    "Maybe its copy was interrupted?");
        }
        return problem(
                ProblemType.MALFORMED,
                file,
                line,
                "This is not well-formed XML: %s".formatted(clean(text)),
                "");
    }

    private static Problem problemOf(Path file, int line, IOException e) {
        if (e instanceof GuardedInput.LimitExceeded) {
            return problem(
                    ProblemType.BEYOND_LIMIT,
                    file,
                    line,
                    e.getMessage(),
                    "Maybe it is not what its name says?");
        }
        if (e instanceof GuardedInput.NotXml) {
            return problem(
                    ProblemType.MALFORMED,
                    file,
                    1,
                    e.getMessage(),
                    "Maybe another file was meant?");
        }
        if (e instanceof EOFException) {
            return problem(
                    ProblemType.CUT_OFF,
                    file,
                    line,
                    "The compressed file ends in the middle.",
                    "Maybe its copy was interrupted?");
        }
        if (e instanceof ZipException) {
            return problem(
                    ProblemType.MALFORMED,
                    file,
                    line,
                    "The compressed file is damaged (%s).".formatted(e.getMessage()),
                    "");
        }
        return problem(
                ProblemType.UNREADABLE,
                file,
                line,
                "It cannot be read (%s).".formatted(clean(String.valueOf(e.getMessage()))),
                "");
    }

    static Problem problem(ProblemType type, Path file, int line, String message, String remedy) {
        return new Problem(
                type.id(), Severity.ERROR, file.toString(), line, "", "", message, remedy);
    }

    /** The parser's sentence, without its own position and line breaks. */
    private static String clean(String text) {
        int start = text.indexOf("Message: ");
        String sentence = start < 0 ? text : text.substring(start + "Message: ".length());
        return sentence.replaceAll("\\s+", " ").strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The parser counts even &amp; against its budget for entities, which long files exceed;
        // without declarations there is nothing to expand, so the budget is not needed.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        // Without a reporter the parser prints some errors to the console, besides throwing them.
        factory.setXMLReporter((message, type, information, location) -> {});
        XMLResolver nothing =
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("External entities are not read.");
                };
        factory.setXMLResolver(nothing);
        return factory;
    }
}
