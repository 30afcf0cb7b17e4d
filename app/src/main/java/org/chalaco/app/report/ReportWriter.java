package org.chalaco.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes {@code report.html}: template, style, scripts, words and content in one file that needs
 * nothing else, not even a network. The page's content security policy allows exactly the style and
 * script written here, by their hashes.
 */
public final class ReportWriter {

    /** The scripts, in the order in which they build on each other. */
    private static final List<String> SCRIPTS =
            List.of(
                    "inflate.js",
                    "content.js",
                    "words.js",
                    "colors.js",
                    "roads.js",
                    "map.js",
                    "flowmap.js",
                    "film.js",
                    "charts.js",
                    "counts.js",
                    "timespace.js",
                    "tables.js",
                    "page.js");

    private final ReportJson json = new ReportJson();

    /**
     * Writes the report, first to a temporary file beside it, then moved into place.
     *
     * @throws IOException if the folder cannot be written to; an older report is then untouched
     */
    public void write(ReportContent content, Path file) throws IOException {
        write(page(content), file);
    }

    /** Writes a page, first to a temporary file beside it, then moved into place. */
    static void write(String page, Path file) throws IOException {
        // Not createTempFile: that would make a file which only its owner may read.
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, page, StandardCharsets.UTF_8);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The page as text. */
    String page(ReportContent content) throws IOException {
        return page(
                new Page("report.html", SCRIPTS, "words.json"),
                content.title(),
                json.write(content));
    }

    /**
     * What a page is made of.
     *
     * @param body resource of what stands between header and scripts
     * @param scripts resources in the order in which they build on each other
     * @param words resource of the words in both languages
     */
    record Page(String body, List<String> scripts, String words) {}

    /** A page with this content. */
    String page(Page page, Wording title, String content) throws IOException {
        String style = resource("report.css");
        String script =
                "(() => {\n'use strict';\n"
                        + page.scripts().stream()
                                .map(ReportWriter::script)
                                .collect(Collectors.joining("\n"))
                        + "\n})();\n";
        return resource("frame.html")
                .replace("@BODY@", resource(page.body()))
                .replace("@TITLE@", escape(title.en()))
                .replace("@STYLE_HASH@", sha256(style))
                .replace("@SCRIPT_HASH@", sha256(script))
                .replace("@STYLE@", style)
                .replace("@SCRIPT@", script)
                .replace("@WORDS@", json.write(json.read(resource(page.words()))))
                .replace("@CONTENT@", content);
    }

    private static String script(String name) {
        try {
            return resource(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The report's (%s) is not in this build.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("@", "&#64;");
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
