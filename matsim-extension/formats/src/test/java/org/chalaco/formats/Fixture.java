package org.chalaco.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.RoadNetwork;

/** Files for tests: the two crossings in the test resources, and files written on the spot. */
public final class Fixture {

    private Fixture() {}

    /** A file of the two crossings. */
    public static Path grid(String name) {
        try {
            return Path.of(Fixture.class.getResource("grid/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The network of the two crossings. */
    public static RoadNetwork gridNetwork() {
        return NetworkReader.read(grid("network.xml"));
    }

    /** Writes a text. */
    public static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compresses a text. */
    public static byte[] gzip(String text) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "CH-XML-011:12" for every error: what and in which line. */
    public static List<String> errorsAt(Problems problems) {
        return problems.errors().stream().map(p -> p.id() + ":" + p.line()).toList();
    }

    /** "CH-XML-011:12" for every warning. */
    public static List<String> warningsAt(Problems problems) {
        return problems.warnings().stream().map(p -> p.id() + ":" + p.line()).toList();
    }
}
