package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chalaco.analysis.TestRoads;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: saturation flow from the discharge of queues. */
class L08_SaturationFlowTest {

    private final RoadNetwork road = TestRoads.crossing(1);
    private final int wc = road.getLinkIndex("wc");
    private final int through = TestRoads.connector(road, "wc", "ce");
    private double pcu = 1;
    private final SaturationFlowSurvey survey =
            new SaturationFlowSurvey(road, TestRoads.crossingSignal(), v -> pcu);

    /** Passes at 3, 5.5, 8, 10, then every 2 s: the start-up loses 2 s. */
    private void discharge(double onset, int queued, int freeRiders) {
        double[] startUp = {3, 5.5, 8, 10};
        survey.accept(new SignalChange(onset, 0, 0, Aspect.GREEN));
        for (int v = 0; v < queued + freeRiders; v++) {
            double after = v < 4 ? startUp[v] : 10 + 2 * (v - 3);
            survey.accept(new LinkLeave(onset + after, v, wc, through, v < queued ? 1 : 0));
        }
        survey.accept(new SignalChange(onset + 40, 0, 0, Aspect.AMBER));
    }

    private SaturationFlow west() {
        return survey.results().stream()
                .filter(r -> r.linkId().equals("wc"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstFourVehiclesAreLeftOut() {
        discharge(0, 12, 0);
        discharge(90, 9, 5);
        survey.accept(new SignalChange(180, 0, 0, Aspect.GREEN));

        assertThat(west().queues()).isEqualTo(2);
        assertThat(west().headways()).isEqualTo(8 + 5);
        assertThat(west().pcuPerHour()).isCloseTo(1800, within(1e-9));
        assertThat(west().headway()).isCloseTo(2, within(1e-9));
        assertThat(west().startUpLostTime()).isCloseTo(2, within(1e-9));
    }

    @Test
    void busesCountAsWhatTheyAreWorth() {
        pcu = 2.5;
        discharge(0, 10, 1);
        assertThat(west().pcuPerHour()).isCloseTo(4500, within(1e-9));
    }

    @Test
    void shortQueuesSayNothing() {
        discharge(0, 7, 0);
        discharge(90, 0, 3);
        assertThat(west().queues()).isZero();
        assertThat(west().pcuPerHour()).isNaN();
        assertThat(survey.results()).hasSize(4);
    }
}
