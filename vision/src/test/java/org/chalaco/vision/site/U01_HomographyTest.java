package org.chalaco.vision.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: image to road plane from four or more pairs of points. */
class U01_HomographyTest {

    /**
     * A camera 10 m up that looks along the road: depth 2000 / (y - 50), m per pixel 10 / (y - 50).
     */
    private static RoadPoint road(double x, double y) {
        return new RoadPoint((x - 160) * 10 / (y - 50), 2000 / (y - 50));
    }

    private static Homography of(double... xy) {
        List<ImagePoint> image = new ArrayList<>();
        List<RoadPoint> road = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            image.add(new ImagePoint(xy[i], xy[i + 1]));
            road.add(road(xy[i], xy[i + 1]));
        }
        return Homography.of(image, road);
    }

    @Test
    void fourPointsGiveThePerspectiveExactly() {
        Homography homography = of(20, 100, 300, 100, 40, 220, 280, 220);
        for (double y = 60; y < 240; y += 20) {
            RoadPoint found = homography.toRoad(90, y);
            assertThat(found.distance(road(90, y))).isLessThan(1e-6);
            ImagePoint back = homography.toImage(found);
            assertThat(back.distance(new ImagePoint(90, y))).isLessThan(1e-6);
        }
    }

    @Test
    void morePointsWithErrorsAreBalanced() {
        List<ImagePoint> image = new ArrayList<>();
        List<RoadPoint> road = new ArrayList<>();
        double[] errors = {0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1};
        for (int i = 0; i < 8; i++) {
            double x = 20 + 280 * (i % 2);
            double y = 100 + 40 * (i / 2);
            image.add(new ImagePoint(x, y));
            road.add(new RoadPoint(road(x, y).x() + errors[i], road(x, y).y()));
        }
        Homography homography = Homography.of(image, road);
        assertThat(homography.largestError(image, road)).isBetween(0.02, 0.2);
        assertThat(homography.toRoad(160, 160).distance(road(160, 160))).isLessThan(0.15);
    }

    @Test
    void pixelsShrinkWithDistance() {
        Homography homography = of(20, 100, 300, 100, 40, 220, 280, 220);
        assertThat(homography.metresPerPixel(160, 100)).isCloseTo(0.2, within(1e-3));
        assertThat(homography.metresPerPixel(160, 150)).isCloseTo(0.1, within(1e-3));
    }

    @Test
    void nothingLiesAboveTheHorizon() {
        Homography homography = of(20, 100, 300, 100, 40, 220, 280, 220);
        assertThat(homography.toRoad(160, 40).x()).isNaN();
    }

    @Test
    void impossiblePointsAreNamed() {
        assertThatThrownBy(() -> of(20, 100, 300, 100, 40, 220))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("four pairs");
        assertThatThrownBy(() -> of(20, 100, 40, 100, 60, 100, 80, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plane");
        assertThatThrownBy(() -> of(20, 100, 20, 100, 20, 100, 20, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }
}
