package org.chalaco.analysis.emission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a table that ships with this package; lines that begin with # say whence it is. */
final class CoefficientTable {

    private CoefficientTable() {}

    /** All rows below the header, as cells. */
    static List<String[]> rows(String resource) {
        try (InputStream in = CoefficientTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("(%s) is not in this build.".formatted(resource));
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
