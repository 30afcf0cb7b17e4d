package org.chalaco.app.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Chalaco this is. */
public final class ChalacoVersion {

    private ChalacoVersion() {}

    /** The version of the build, such as {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        try (InputStream in = ChalacoVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
