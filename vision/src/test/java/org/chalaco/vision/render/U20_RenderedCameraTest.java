package org.chalaco.vision.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.ImagePoint;
import org.chalaco.vision.site.MeasuredAccuracy;
import org.chalaco.vision.site.RoadPoint;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: a rendered camera shows vehicles where they are, hides those behind others,
 * and its site file tells metres from pixels.
 */
class U20_RenderedCameraTest {

    private final Crossroads town = new Crossroads(0, 1, 1);
    private final PoleCamera camera = town.camera();

    private static VehiclePose pose(
            int vehicle, VehicleClass c, double length, double x, double y) {
        return new VehiclePose(vehicle, c, length, x, y, 0, 5, 0, 0, 0, 0);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void a_point_of_the_road_is_found_again_from_its_pixel() {
        for (double[] p : new double[][] {{0, 0}, {12, -5}, {-7, 9}, {30, 2}}) {
            double[] pixel = camera.project(p[0], p[1], 0);
            assertThat(camera.groundPoint(pixel[0], pixel[1]))
                    .usingComparatorWithPrecision(1e-6)
                    .containsExactly(p);
        }
        assertThat(camera.groundPoint(camera.width() / 2.0, -10_000)).isNull();
    }

    @Test
    void the_pole_stands_off_the_road_and_sees_all_legs() {
        for (int lane = 0; lane < town.network.laneCount(); lane++) {
            assertThat(StreetPlan.distance(town.plan.lane(lane), camera.x(), camera.y()))
                    .isGreaterThan(1.6);
        }
        for (double[] mouth : LegMouth.mouthsOf(town.plan, town.centre)) {
            for (int i = 0; i < mouth.length; i += 2) {
                double[] p = camera.project(mouth[i], mouth[i + 1], 0);
                assertThat(p[0]).isBetween(0.0, 320.0);
                assertThat(p[1]).isBetween(0.0, 180.0);
            }
        }
    }

    @Test
    void a_pole_that_sees_nothing_is_refused() {
        assertThatThrownBy(() -> new PolePlacement(town.plan, town.centre).place(2, 20, 320, 180))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("centre")
                .hasMessageContaining("Maybe a higher pole");
    }

    @Test
    void the_surveyed_homography_gives_metres() {
        CameraSite site =
                new SiteSurvey(town.plan, town.centre, camera)
                        .survey("cam", new MeasuredAccuracy(1, 1, 1, 1));
        for (double[] p : new double[][] {{0, 0}, {9, 3}, {-8, -4}}) {
            double[] pixel = camera.project(p[0], p[1], 0);
            RoadPoint road = site.homography().toRoad(pixel[0], pixel[1]);
            assertThat(road.x()).isCloseTo(p[0], within(1e-3));
            assertThat(road.y()).isCloseTo(p[1], within(1e-3));
        }
        assertThat(site.lines()).hasSize(4);
        assertThat(site.movements()).hasSize(12);
        assertThat(site.sections()).hasSize(8);
    }

    @Test
    void forward_across_a_line_is_into_the_junction() {
        CameraSite site =
                new SiteSurvey(town.plan, town.centre, camera)
                        .survey("cam", new MeasuredAccuracy(1, 1, 1, 1));
        double[] middle = camera.project(0, 0, 0);
        for (CountingLine line : site.lines()) {
            assertThat(line.forward()).isNotNull();
            assertThat(line.side(new ImagePoint(middle[0], middle[1]))).isPositive();
        }
    }

    @Test
    void a_vehicle_changes_only_the_pixels_around_it() {
        FilmLook still = new FilmLook(Daylight.OVERCAST, 0, 0, 0, 0, 3);
        RenderedCamera rendered = new RenderedCamera(town.plan, camera, still);
        List<VehiclePose> poses = List.of(pose(1, VehicleClass.CAR, 4.3, 2, 1));
        int[] empty = pixels(rendered.film(0, List.of()));
        int[] with = pixels(rendered.film(0, poses));
        VehicleTruth truth = rendered.truth(poses).get(0);
        int inside = 0;
        for (int i = 0; i < with.length; i++) {
            if (with[i] != empty[i]) {
                double column = i % 320;
                double row = i / 320;
                // Its shadow lies beside it, no farther than it is high.
                assertThat(column).isBetween(truth.left() - 12, truth.right() + 12);
                assertThat(row).isBetween(truth.top() - 6, truth.bottom() + 6);
                inside++;
            }
        }
        double box = (truth.right() - truth.left()) * (truth.bottom() - truth.top());
        assertThat(inside).isBetween((int) (0.4 * box), (int) (1.4 * box));
        assertThat(truth.visible()).isGreaterThan(0.95);
    }

    @Test
    void who_stands_behind_a_bus_is_hidden() {
        RenderedCamera rendered = new RenderedCamera(town.plan, camera, FilmLook.DAY);
        double east = -camera.x() / Math.hypot(camera.x(), camera.y());
        double north = -camera.y() / Math.hypot(camera.x(), camera.y());
        VehiclePose bus =
                new VehiclePose(
                        1,
                        VehicleClass.BUS,
                        12,
                        -6 * north,
                        6 * east,
                        Math.atan2(east, -north),
                        0,
                        0,
                        0,
                        0,
                        0);
        VehiclePose car = pose(2, VehicleClass.CAR, 4.3, 2 + 3.5 * east, 3.5 * north);
        List<VehicleTruth> both = rendered.truth(List.of(bus, car));
        VehicleTruth alone = rendered.truth(List.of(car)).get(0);
        double seen =
                both.stream()
                        .filter(t -> t.pose().vehicle() == 2)
                        .mapToDouble(VehicleTruth::visible)
                        .findFirst()
                        .orElse(0);
        assertThat(alone.visible()).isGreaterThan(0.95);
        assertThat(seen).isLessThan(0.5);
    }

    @Test
    void the_same_frame_has_the_same_pixels_and_another_seed_others() {
        List<VehiclePose> poses = List.of(pose(1, VehicleClass.MINIBUS, 7, 4, -2));
        FilmLook rain = FilmLook.DAY.in(Daylight.DUSK).raining(0.7).shaking(1.5);
        int[] first = pixels(new RenderedCamera(town.plan, camera, rain).film(17, poses));
        int[] again = pixels(new RenderedCamera(town.plan, camera, rain).film(17, poses));
        int[] other = pixels(new RenderedCamera(town.plan, camera, rain.seeded(9)).film(17, poses));
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void night_is_darker_than_dusk_and_dusk_than_day_but_lamps_are_bright() {
        List<VehiclePose> poses = List.of(pose(1, VehicleClass.CAR, 4.3, 0, 0));
        double[] mean = new double[3];
        Daylight[] lights = {Daylight.SUNNY, Daylight.DUSK, Daylight.NIGHT};
        int brightest = 0;
        for (int i = 0; i < 3; i++) {
            int[] p =
                    pixels(
                            new RenderedCamera(town.plan, camera, FilmLook.DAY.in(lights[i]))
                                    .film(0, poses));
            for (int rgb : p) {
                mean[i] += (rgb >> 8 & 255) / (double) p.length;
                brightest = i == 2 ? Math.max(brightest, rgb >> 16 & 255) : brightest;
            }
        }
        assertThat(mean[1]).isLessThan(0.6 * mean[0]);
        assertThat(mean[2]).isLessThan(0.8 * mean[1]);
        assertThat(brightest).isGreaterThan(180);
    }
}
