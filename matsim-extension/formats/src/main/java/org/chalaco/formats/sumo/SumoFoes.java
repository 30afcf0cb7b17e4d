package org.chalaco.formats.sumo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.xml.OutputFile;

/**
 * Makes netconvert's network agree with itself on whom a left turner waits for inside a junction.
 *
 * <p>For each junction netconvert writes a matrix of foes, connection by connection: who turns left
 * into the left lane of a road is no foe of who turns right into its right lane. For the place
 * inside, where left turners wait, it lists foes by road, so that they wait there for all who turn
 * right from the other side. This takes from that list who is no foe by the matrix. On an avenue it
 * changes the capacity of permitted left turns by half.
 *
 * <p>Relies on netconvert's habit of one element per line (seen with 1.15); what does not look like
 * that is left as it is.
 */
final class SumoFoes {

    private static final Pattern JUNCTION =
            Pattern.compile("<junction id=\"([^\"]*)\" type=\"([^\"]*)\".* intLanes=\"([^\"]*)\"");
    private static final Pattern REQUEST =
            Pattern.compile("<request index=\"(\\d+)\" .* foes=\"([01]*)\"");

    /** Number of the connection that leads over a lane inside, in its junction's matrix. */
    private final Map<String, Integer> number = new HashMap<>();

    /** Rows of the matrix of the junction of a lane inside. */
    private final Map<String, List<String>> matrix = new HashMap<>();

    private SumoFoes() {}

    /**
     * Rewrites a network that netconvert has made.
     *
     * @return foes taken out
     */
    static int settle(Path net) throws IOException {
        List<String> lines = Files.readAllLines(net);
        SumoFoes foes = new SumoFoes();
        foes.read(lines);
        int removed = 0;
        try (OutputFile file = OutputFile.create(net);
                BufferedWriter out =
                        new BufferedWriter(
                                new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8))) {
            for (String line : lines) {
                String settled = foes.settled(line);
                removed += count(line) - count(settled);
                out.write(settled + "\n");
            }
            out.flush();
            file.commit();
        }
        return removed;
    }

    private static int count(String line) {
        return line.split(" ").length;
    }

    private void read(List<String> lines) {
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            Matcher junction = JUNCTION.matcher(line);
            Matcher request = REQUEST.matcher(line);
            if (junction.find() && !junction.group(2).equals("internal")) {
                rows = new ArrayList<>();
                String[] inside = junction.group(3).split(" ");
                for (int k = 0; k < inside.length; k++) {
                    number.put(inside[k], k);
                    matrix.put(inside[k], rows);
                }
            } else if (request.find() && Integer.parseInt(request.group(1)) == rows.size()) {
                rows.add(request.group(2));
            }
        }
    }

    private String settled(String line) {
        Matcher junction = JUNCTION.matcher(line);
        if (!junction.find() || !junction.group(2).equals("internal")) {
            return line;
        }
        List<String> kept = new ArrayList<>();
        for (String other : junction.group(3).split(" ")) {
            if (isFoe(junction.group(1), other)) {
                kept.add(other);
            }
        }
        return line.substring(0, junction.start(3))
                + String.join(" ", kept)
                + line.substring(junction.end(3));
    }

    /** By the matrix; where it does not say, the list is right. */
    private boolean isFoe(String inside, String other) {
        List<String> rows = matrix.get(inside);
        if (rows == null || rows != matrix.get(other)) {
            return true;
        }
        int row = number.get(inside);
        // The first connection is the last digit.
        int digit = row < rows.size() ? rows.get(row).length() - 1 - number.get(other) : -1;
        return digit < 0 || rows.get(row).charAt(digit) == '1';
    }
}
