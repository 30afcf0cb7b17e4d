package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Measures the {@link SaturationFlow} of every signalised lane from the events of a run, or of all
 * lanes.
 *
 * <p>A queue starts with the green, without a signal with the first vehicle that had stopped; a
 * vehicle belongs to it if it had stopped on the link, and the first that had not ends it. Queues
 * of fewer than {@value #SHORTEST_QUEUE} vehicles are left out, as the HCM asks. Without a signal,
 * what is measured is how fast a queue gets through between those with priority; one of more than
 * {@value #LONGEST_QUEUE} vehicles counts as several. Not thread-safe; serves one run.
 */
public final class SaturationFlowSurvey implements EventSink {

    private static final int SHORTEST_QUEUE = 8;
    private static final int START_UP_VEHICLES = 4;
    private static final int LONGEST_QUEUE = 40;

    private final RoadNetwork network;
    private final IntToDoubleFunction pcu;
    private final SignalledConnectors connectors;
    private final int[][] lanesOfGroup;
    private final LaneSurvey[] lanes;

    /**
     * A survey of these signals.
     *
     * @param pcu passenger car units of a vehicle by its index
     */
    public SaturationFlowSurvey(
            RoadNetwork network, List<SignalSystem> systems, IntToDoubleFunction pcu) {
        this.network = network;
        this.pcu = pcu;
        connectors = new SignalledConnectors(network, systems);
        lanes = new LaneSurvey[network.laneCount()];
        lanesOfGroup = new int[connectors.groupCount()][];
        List<List<Integer>> byGroup = new ArrayList<>();
        for (int g = 0; g < lanesOfGroup.length; g++) {
            byGroup.add(new ArrayList<>());
        }
        for (int c = 0; c < network.connectorCount(); c++) {
            int[] groups = connectors.groupsOf(c);
            int lane = network.fromLane(c);
            for (int k = 0; groups != null && k < groups.length; k++) {
                lanes[lane] = lanes[lane] == null ? new LaneSurvey(true) : lanes[lane];
                if (!byGroup.get(groups[k]).contains(lane)) {
                    byGroup.get(groups[k]).add(lane);
                }
            }
        }
        for (int g = 0; g < lanesOfGroup.length; g++) {
            lanesOfGroup[g] = byGroup.get(g).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** A survey of all lanes, those without a signal included. */
    public static SaturationFlowSurvey ofAllLanes(
            RoadNetwork network, List<SignalSystem> systems, IntToDoubleFunction pcu) {
        SaturationFlowSurvey survey = new SaturationFlowSurvey(network, systems, pcu);
        for (int lane = 0; lane < survey.lanes.length; lane++) {
            if (survey.lanes[lane] == null) {
                survey.lanes[lane] = new LaneSurvey(false);
            }
        }
        return survey;
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e && e.connectorIndex() >= 0) {
            LaneSurvey lane = lanes[network.fromLane(e.connectorIndex())];
            if (lane != null) {
                lane.pass(e.time(), e.stops() > 0, pcu.applyAsDouble(e.vehicleIndex()));
            }
        } else if (event instanceof SignalChange e && e.aspect() == Aspect.GREEN) {
            for (int lane : lanesOfGroup[connectors.group(e.systemIndex(), e.groupIndex())]) {
                lanes[lane].startGreen(e.time());
            }
        }
    }

    /** What was measured so far, for every lane of the survey in index order. */
    public List<SaturationFlow> results() {
        List<SaturationFlow> results = new ArrayList<>();
        for (int lane = 0; lane < lanes.length; lane++) {
            if (lanes[lane] != null) {
                results.add(
                        lanes[lane].result(
                                network.link(network.linkOfLane(lane)).id(),
                                network.positionOnLink(lane)));
            }
        }
        return results;
    }

    /** One lane: the queue that discharges now, and the sums of those before. */
    private static final class LaneSurvey {

        private final boolean signalised;
        private double onset = Double.NaN;
        private int queued;
        private double fourthPassed;
        private double lastPassed;
        private double pcuSinceFourth;

        private int queues;
        private int headways;
        private double seconds;
        private double pcuDischarged;
        private double startUpSeconds; // green onset to the 4th vehicle, summed over queues

        LaneSurvey(boolean signalised) {
            this.signalised = signalised;
        }

        private void startGreen(double time) {
            endQueue();
            onset = time;
        }

        private void pass(double time, boolean stopped, double units) {
            if (!signalised && stopped && Double.isNaN(onset)) {
                onset = time;
            }
            if (Double.isNaN(onset)) {
                return;
            }
            if (!stopped) {
                endQueue();
                return;
            }
            queued++;
            lastPassed = time;
            if (queued == START_UP_VEHICLES) {
                fourthPassed = time;
            } else if (queued > START_UP_VEHICLES) {
                pcuSinceFourth += units;
            }
            if (!signalised && queued == LONGEST_QUEUE) {
                endQueue();
            }
        }

        private void endQueue() {
            if (queued >= SHORTEST_QUEUE) {
                queues++;
                headways += queued - START_UP_VEHICLES;
                seconds += lastPassed - fourthPassed;
                pcuDischarged += pcuSinceFourth;
                startUpSeconds += fourthPassed - onset;
            }
            queued = 0;
            pcuSinceFourth = 0;
            onset = Double.NaN;
        }

        /** The queue that discharges now is left out: its end is not known yet. */
        private SaturationFlow result(String linkId, int lane) {
            double flow = Ratio.of(pcuDischarged * 3600, seconds);
            double headway = Ratio.of(seconds, headways);
            double lost = Ratio.of(startUpSeconds, queues) - START_UP_VEHICLES * headway;
            return new SaturationFlow(linkId, lane, flow, lost, queues, headways);
        }
    }
}
