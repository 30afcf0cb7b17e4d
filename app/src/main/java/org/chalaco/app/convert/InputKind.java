package org.chalaco.app.convert;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a MATSim file holds, by its outermost element. */
enum InputKind {
    NETWORK,
    PLANS,
    EVENTS,
    OTHER;

    /** The outermost element comes within the first page, after declaration and document type. */
    private static final int LOOK_AT = 4096;

    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z]\\w*)");

    /** Looks into the file, through gzip if its name ends so. */
    static InputKind of(Path file) throws IOException {
        try (InputStream in = open(file)) {
            String start = new String(in.readNBytes(LOOK_AT), StandardCharsets.UTF_8);
            Matcher element = ELEMENT.matcher(start.replaceAll("(?s)<!--.*?-->", ""));
            if (!element.find()) {
                return OTHER;
            }
            return switch (element.group(1)) {
                case "network" -> NETWORK;
                case "population", "plans" -> PLANS;
                case "events" -> EVENTS;
                default -> OTHER;
            };
        }
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
