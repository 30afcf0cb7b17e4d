package org.chalaco.analysis.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chalaco.analysis.StillTraffic;
import org.chalaco.analysis.TestRoads;
import org.chalaco.analysis.trajectory.TrajectorySample.Frame;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: where vehicles and lights were, for animation and time-space diagram. */
class L14_TrajectoriesTest {

    private final RoadNetwork road = TestRoads.crossing(1);
    private final int wc = road.getLinkIndex("wc");
    private final int ce = road.getLinkIndex("ce");
    private final int lane = road.firstLane(wc);
    private final int through = TestRoads.connector(road, "wc", "ce");

    @Test
    void framesHoldEveryVehicleOfTheirMoment() {
        TrajectorySample sample = new TrajectorySample(10, 20, 1);
        for (double t = 9; t <= 21; t += 0.5) {
            sample.observe(
                    new StillTraffic(t)
                            .onLane(7, lane, 123.46, 8.1)
                            .onConnector(8, through, 3.2, 0));
        }
        assertThat(sample.frames()).extracting(Frame::time).hasSize(11).startsWith(10.0, 11.0);
        Frame frame = sample.frames().get(0);
        assertThat(frame.size()).isEqualTo(2);
        assertThat(frame.vehicle(0)).isEqualTo(7);
        assertThat(frame.lane(0)).isEqualTo(lane);
        assertThat(frame.connector(0)).isEqualTo(RoadNetwork.NONE);
        assertThat(frame.position(0)).isCloseTo(123.46, within(0.05));
        assertThat(frame.speed(0)).isCloseTo(8.1, within(0.125));
        assertThat(frame.link(0, road)).isEqualTo(wc);
        assertThat(frame.lane(1)).isEqualTo(RoadNetwork.NONE);
        assertThat(frame.connector(1)).isEqualTo(through);
        assertThat(frame.link(1, road)).isEqualTo(ce);
    }

    @Test
    void extremePositionsAndSpeedsAreKeptWithinTheirStep() {
        TrajectorySample sample = new TrajectorySample(0, 1, 1);
        sample.observe(new StillTraffic(0).onLane(0, lane, 5000, 50).onLane(1, lane, -0.2, 100));
        Frame frame = sample.frames().get(0);
        assertThat(frame.position(0)).isCloseTo(5000, within(0.05));
        assertThat(frame.speed(0)).isEqualTo(50);
        assertThat(frame.position(1)).isZero();
        assertThat(frame.speed(1)).isEqualTo(63.75);
    }

    @Test
    void aDriveAlongTheChainIsOneRisingPath() {
        TimeSpaceDiagram diagram = new TimeSpaceDiagram(road, new int[] {wc, ce}, 0, 100);
        double length = road.laneLength(lane);
        diagram.observe(new StillTraffic(1).onLane(3, lane, 0, 10).onLane(5, lane, 1, 0));
        diagram.observe(new StillTraffic(2).onLane(3, lane, length, 10));
        diagram.observe(
                new StillTraffic(3)
                        .onConnector(3, through, road.connectorLength(through) / 2, 10)
                        .onConnector(5, TestRoads.connector(road, "wc", "cn"), 1, 5));
        diagram.observe(new StillTraffic(4).onLane(3, road.firstLane(ce), length, 10));
        diagram.observe(new StillTraffic(101).onLane(3, lane, 0, 0));
        List<TimeSpaceDiagram.Path> paths = diagram.paths();

        assertThat(paths).extracting(TimeSpaceDiagram.Path::vehicleIndex).containsExactly(3, 5);
        TimeSpaceDiagram.Path path = paths.get(0);
        assertThat(path.times()).containsExactly(1, 2, 3, 4);
        assertThat((double) path.distances()[0]).isCloseTo(road.startSetback(wc), within(1e-3));
        assertThat((double) path.distances()[1]).isCloseTo(diagram.stopLine(0), within(1e-3));
        assertThat((double) path.distances()[2]).isCloseTo(300, within(1.0));
        assertThat(path.distances()).isSorted();
        assertThat(path.lanes()).containsExactly(0, 0, RoadNetwork.NONE, 0);
        assertThat(paths.get(1).times()).as("it turned off the chain").containsExactly(1);
    }

    @Test
    void whoComesBackHasTwoPaths() {
        TimeSpaceDiagram diagram = new TimeSpaceDiagram(road, new int[] {wc}, 0, 100);
        for (int t = 1; t <= 10; t++) {
            StillTraffic view = new StillTraffic(t);
            diagram.observe(t < 4 || t > 7 ? view.onLane(0, lane, t, 1) : view);
        }
        assertThat(diagram.paths()).hasSize(2);
        assertThat(diagram.paths().get(1).times()).containsExactly(8, 9, 10);
    }

    @Test
    void linksThatAreNoChainAreRefused() {
        assertThatThrownBy(() -> new TimeSpaceDiagram(road, new int[] {ce, wc}, 0, 1))
                .hasMessage("Link (wc) does not follow link (ce).");
        assertThatThrownBy(() -> new TrajectorySample(10, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void greensAreKnownFromTheStateBeforeTheLog() {
        SignalLog log = new SignalLog(100, 200);
        log.accept(new SignalChange(10, 0, 0, Aspect.RED));
        log.accept(new SignalChange(80, 0, 0, Aspect.GREEN));
        log.accept(new SignalChange(90, 0, 1, Aspect.RED));
        log.accept(new SignalChange(120, 0, 0, Aspect.AMBER));
        log.accept(new SignalChange(123, 0, 0, Aspect.RED));
        log.accept(new SignalChange(170, 0, 0, Aspect.GREEN));
        log.accept(new SignalChange(210, 0, 0, Aspect.AMBER));

        assertThat(log.greens(0, 0))
                .containsExactly(new double[] {100, 120}, new double[] {170, 200});
        assertThat(log.greens(0, 1)).isEmpty();
        assertThat(log.changes()).hasSize(5);
        assertThat(log.changes().get(0)).isEqualTo(new SignalChange(100, 0, 0, Aspect.GREEN));
    }
}
