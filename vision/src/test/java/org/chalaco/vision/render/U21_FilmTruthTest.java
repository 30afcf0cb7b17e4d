package org.chalaco.vision.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.event.TrafficEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;

/**
 * FEATURE UNDER TEST: the truth of a film is what the simulation's own events say, and the film is
 * whole.
 */
class U21_FilmTruthTest {

    @Test
    void crossings_and_movements_are_those_of_the_events() {
        Crossroads town = new Crossroads(60, 3, 5);
        FilmTruth truth = new FilmTruth(town.plan, town.centre, 35);
        Map<Integer, List<Integer>> linksOf = new HashMap<>();
        List<Integer> left = new ArrayList<>();
        town.run(
                300,
                (frame, time, poses) -> truth.note(frame, time, poses),
                event -> {
                    if (event instanceof TrafficEvent.LinkLeave leave) {
                        left.add(leave.vehicleIndex());
                        linksOf.computeIfAbsent(leave.vehicleIndex(), v -> new ArrayList<>())
                                .add(leave.linkIndex());
                    }
                });
        assertThat(left).hasSize(60);
        assertThat(truth.crossings())
                .extracting(FilmTruth.Crossing::vehicle)
                .containsExactlyInAnyOrderElementsOf(left);
        for (FilmTruth.Crossing c : truth.crossings()) {
            String approach = town.network.link(linksOf.get(c.vehicle()).get(0)).id();
            assertThat(c.link()).isEqualTo(approach);
        }
        assertThat(truth.movements()).hasSize(60);
        for (FilmTruth.Movement m : truth.movements()) {
            int exit = town.departures.get(m.vehicle()).route().link(1);
            assertThat(m.toLink()).isEqualTo(town.network.link(exit).id());
        }
    }

    @Test
    void lane_changes_drift_instead_of_jumping() {
        Crossroads town = new Crossroads(80, 1.5, 6);
        Map<Integer, VehiclePose> before = new HashMap<>();
        double[] largest = {0};
        town.run(
                120,
                (frame, time, poses) -> {
                    for (VehiclePose pose : poses) {
                        VehiclePose last = before.put(pose.vehicle(), pose);
                        if (last != null && pose.lane() >= 0 && last.lane() >= 0) {
                            double aside =
                                    Math.abs(
                                            -Math.sin(last.heading()) * (pose.x() - last.x())
                                                    + Math.cos(last.heading())
                                                            * (pose.y() - last.y()));
                            largest[0] = Math.max(largest[0], aside);
                        }
                    }
                },
                event -> {});
        assertThat(largest[0]).isLessThan(0.6);
    }

    @Test
    void a_film_has_every_frame_and_looks_like_what_was_drawn(@TempDir Path folder)
            throws Exception {
        Crossroads town = new Crossroads(20, 2, 8);
        RenderedCamera camera = new RenderedCamera(town.plan, town.camera(), FilmLook.DAY);
        Path file = folder.resolve("film.avi");
        BufferedImage[] last = new BufferedImage[1];
        int[] frames = {0};
        try (FilmWriter writer = new FilmWriter(file, 10, 320, 180, 90)) {
            town.run(
                    20,
                    (frame, time, poses) -> {
                        if (frame % 10 == 0) {
                            last[0] = camera.film(frame, poses);
                            writer.add(last[0]);
                            frames[0]++;
                        }
                    },
                    event -> {});
            assertThat(file).doesNotExist();
        }
        assertThat(Files.list(folder)).containsExactly(file);
        VideoCapture capture = new VideoCapture(file.toString());
        Mat picture = new Mat();
        int read = 0;
        Mat newest = new Mat();
        while (capture.read(picture)) {
            picture.copyTo(newest);
            read++;
        }
        capture.release();
        assertThat(read).isEqualTo(frames[0]);
        byte[] drawn = new byte[3 * 320 * 180];
        FilmWriter.copyBgr(last[0], drawn);
        Mat expected = new Mat(180, 320, newest.type());
        expected.put(0, 0, drawn);
        assertThat(Core.norm(expected, newest, Core.NORM_L1) / drawn.length).isLessThan(8);
    }

    @Test
    void a_film_that_was_given_up_leaves_nothing(@TempDir Path folder) throws Exception {
        FilmWriter writer = new FilmWriter(folder.resolve("film.avi"), 10, 64, 48, 80);
        writer.add(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
        writer.discard();
        writer.close();
        assertThat(Files.list(folder)).isEmpty();
    }
}
