package org.chalaco.vision.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What no single value of a site file can know: whether they fit together. */
final class SiteChecks {

    /** Ends of lines may lie outside by this share of the picture: roads go on, too. */
    private static final double BEYOND = 0.1;

    private final CameraSite site;
    private final List<SiteProblem> problems;

    SiteChecks(CameraSite site, List<SiteProblem> problems) {
        this.site = site;
        this.problems = problems;
    }

    void check() {
        if (site.lines().isEmpty() && site.movements().isEmpty()) {
            problem("", "", "Nothing is counted: there are no lines and no movements.", "");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < site.lines().size(); i++) {
            check(site.lines().get(i), "lines[" + i + "]", ids);
        }
        checkMovements(ids);
        checkPlane();
    }

    private void problem(String element, String value, String message, String remedy) {
        problems.add(new SiteProblem(element, value, message, remedy));
    }

    private void check(CountingLine line, String at, Set<String> ids) {
        unique(line.id(), at, ids);
        for (ImagePoint point : List.of(line.from(), line.to())) {
            if (outside(point)) {
                problem(
                        at,
                        line.id(),
                        "The line (%s) leaves the picture at (%s, %s), which has %d x %d pixels."
                                .formatted(
                                        line.id(),
                                        point.x(),
                                        point.y(),
                                        site.width(),
                                        site.height()),
                        "Maybe width and height are of another picture?");
            }
        }
        if (line.from().distance(line.to()) < 8) {
            problem(at, line.id(), "The line (%s) is too short.".formatted(line.id()), "");
        }
        if (line.forward() == null && line.backward() == null) {
            problem(
                    at,
                    line.id(),
                    "The line (%s) counts neither forward nor backward.".formatted(line.id()),
                    "Maybe \"forward\": {\"name\": \"north\", \"station\": \"...\"}?");
        }
    }

    private void unique(String id, String at, Set<String> ids) {
        if (!ids.add(id)) {
            problem(at, id, "The id (%s) is given twice.".formatted(id), "");
        }
    }

    private boolean outside(ImagePoint p) {
        double x = p.x() / site.width();
        double y = p.y() / site.height();
        return Math.min(x, y) < -BEYOND || Math.max(x, y) > 1 + BEYOND;
    }

    private void checkMovements(Set<String> ids) {
        Set<String> sections =
                site.sections().stream().map(CameraSection::id).collect(Collectors.toSet());
        for (int i = 0; i < site.movements().size(); i++) {
            CameraMovement movement = site.movements().get(i);
            unique(movement.id(), "movements[" + i + "]", ids);
            for (String section : List.of(movement.fromSection(), movement.toSection())) {
                if (!sections.contains(section)) {
                    problem(
                            "movements[" + i + "]",
                            section,
                            "The movement (%s) names the section (%s), which is not there."
                                    .formatted(movement.id(), section),
                            "Maybe one of %s?".formatted(sections.stream().sorted().toList()));
                }
            }
        }
    }

    /** Lines must lie on the road plane: above the horizon nothing can be counted. */
    private void checkPlane() {
        if (site.homography() == null) {
            return;
        }
        for (int i = 0; i < site.lines().size(); i++) {
            CountingLine line = site.lines().get(i);
            for (ImagePoint point : List.of(line.from(), line.to())) {
                if (Double.isNaN(site.homography().toRoad(point).x())) {
                    problem(
                            "lines[" + i + "]",
                            line.id(),
                            "The line (%s) lies above the horizon of the road plane."
                                    .formatted(line.id()),
                            "Maybe the points of the road plane are mixed up?");
                }
            }
        }
    }
}
