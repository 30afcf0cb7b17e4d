package org.chalaco.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.vision.counting.HandCount;

/**
 * Crossings marked by hand: CSV with the columns clip, dir, frame, x and edge (1: the clip cuts it
 * off); others are left aside.
 */
final class TruthFile {

    private TruthFile() {}

    /** The marks by clip. */
    static Map<String, List<HandCount>> read(Path file, Problems problems) {
        Map<String, List<HandCount>> marks = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header = lines.isEmpty() ? List.of() : split(lines.get(0));
            List<String> missing = new ArrayList<>(List.of("clip", "dir", "frame", "x", "edge"));
            missing.removeAll(header);
            if (!missing.isEmpty()) {
                problem(problems, file, "lacks the columns " + missing);
                return marks;
            }
            for (int i = 1; i < lines.size(); i++) {
                add(marks, header, split(lines.get(i)), file, i + 1, problems);
            }
        } catch (IOException e) {
            problem(problems, file, "is not there or cannot be read");
        }
        return marks;
    }

    private static List<String> split(String line) {
        return Arrays.asList(line.trim().split(","));
    }

    private static void add(
            Map<String, List<HandCount>> marks,
            List<String> header,
            List<String> row,
            Path file,
            int line,
            Problems problems) {
        try {
            marks.computeIfAbsent(row.get(header.indexOf("clip")), k -> new ArrayList<>())
                    .add(
                            new HandCount(
                                    row.get(header.indexOf("dir")),
                                    Long.parseLong(row.get(header.indexOf("frame"))),
                                    Double.parseDouble(row.get(header.indexOf("x"))),
                                    row.get(header.indexOf("edge")).equals("1")));
        } catch (RuntimeException e) {
            problem(problems, file, "has a row that cannot be read: line " + line);
        }
    }

    private static void problem(Problems problems, Path file, String what) {
        problems.add(
                ProblemType.CAMERA_TRUTH.error(
                        "",
                        file.toString(),
                        "The file of marked crossings (%s) %s.".formatted(file, what),
                        "Maybe clip,line_y,dir,frame,x,class,edge?"));
    }
}
