package org.chalaco.analysis.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleClass;

/** Makes the records of {@link Kpis} from the sums of a closed run. */
final class KpiAssembly {

    private final RoadNetwork network;
    private final KpiCollector.Builder settings;
    private final RunSums runSums;
    private final IntervalGrid grid;
    private final double endTime;
    private final IntersectionMap intersections;
    private final DemandOverCapacity saturation;
    private final List<Period> wholeRun;
    private final List<Period> periods = new ArrayList<>();

    /** Some consecutive intervals with their sums. */
    record Period(double from, double until, int first, int end, IntervalCells sums) {
        double seconds() {
            return until - from;
        }
    }

    KpiAssembly(KpiCollector.Builder settings, RunSums runSums, GreenLog greens, double endTime) {
        this.settings = settings;
        this.network = settings.network;
        this.runSums = runSums;
        grid = runSums.grid();
        List<IntervalCells> cells = runSums.cells();
        this.endTime = endTime;
        intersections = new IntersectionMap(network, greens, settings.roundabouts);
        saturation = new DemandOverCapacity(network, greens, settings.saturationFlow);
        for (int k = 0; k < cells.size(); k++) {
            periods.add(
                    new Period(
                            grid.from(k),
                            Math.min(grid.until(k), Math.max(endTime, grid.from(k))),
                            k,
                            k + 1,
                            cells.get(k)));
        }
        IntervalCells all = IntervalCells.sum(cells, network.linkCount(), network.connectorCount());
        wholeRun = List.of(new Period(grid.start(), endTime, 0, cells.size(), all));
    }

    Kpis kpis() {
        ClassCells total = new ClassCells();
        List<ClassKpis> perClass = new ArrayList<>();
        for (VehicleClass c : VehicleClass.values()) {
            ClassCells mine = runSums.ofClass(c);
            total.add(mine);
            if (mine.departures > 0) {
                perClass.add(mine.toKpis(c));
            }
        }
        return new Kpis(
                grid.start(),
                endTime,
                grid.length(),
                total.toKpis(null),
                perClass,
                intervals(),
                links(wholeRun),
                links(periods),
                movements(wholeRun),
                movements(periods),
                intersections(wholeRun),
                intersections(periods));
    }

    private List<IntervalKpis> intervals() {
        List<IntervalKpis> list = new ArrayList<>();
        long onRoad = 0;
        long waiting = 0;
        for (Period p : periods) {
            IntervalCells c = p.sums();
            onRoad += c.entered - c.arrived - c.removed;
            waiting += c.departures - c.entered;
            list.add(
                    new IntervalKpis(
                            p.from(),
                            p.until(),
                            c.departures,
                            c.entered,
                            c.arrived,
                            c.removed,
                            onRoad,
                            waiting,
                            sum(c.linkMetres) / 1000,
                            sum(c.linkSeconds) / 3600,
                            sum(c.linkFreeSeconds) / 3600,
                            c.waitingSeconds / 3600));
        }
        return list;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private List<LinkKpis> links(List<Period> in) {
        List<LinkKpis> list = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            for (Period p : in) {
                list.add(link(l, p));
            }
        }
        return list;
    }

    private LinkKpis link(int l, Period p) {
        IntervalCells c = p.sums();
        return new LinkKpis(
                network.link(l).id(),
                l,
                p.from(),
                p.until(),
                c.linkEntered[l],
                c.linkLeft[l],
                c.linkUnfinished[l],
                c.linkMetres[l] / 1000,
                c.linkSeconds[l] / 3600,
                c.linkFreeSeconds[l] / 3600,
                c.linkDelaySeconds[l],
                c.linkStops[l]);
    }

    private List<MovementKpis> movements(List<Period> in) {
        List<MovementKpis> list = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            for (int k = 0; k < network.nextLinkCount(l); k++) {
                int[] connectors = connectors(l, network.nextLink(l, k));
                for (Period p : in) {
                    list.add(movement(connectors, p));
                }
            }
        }
        return list;
    }

    private int[] connectors(int fromLink, int toLink) {
        int firstLane = network.firstLane(fromLink);
        int endLane = firstLane + network.laneCount(fromLink);
        return IntStream.range(network.firstConnector(firstLane), network.endConnector(endLane - 1))
                .filter(c -> network.toLink(c) == toLink)
                .toArray();
    }

    private MovementKpis movement(int[] connectors, Period p) {
        int fromLink = network.fromLink(connectors[0]);
        int toLink = network.toLink(connectors[0]);
        int junction = network.toJunction(fromLink);
        MovementSums sums = new MovementSums();
        for (int c : connectors) {
            sums.add(p.sums(), c);
            sums.saturate(saturation.ofLane(network.fromLane(c), p));
        }
        return new MovementKpis(
                network.link(fromLink).id(),
                network.link(toLink).id(),
                fromLink,
                toLink,
                network.junction(junction).id(),
                network.turn(connectors[0]),
                intersections.control(junction),
                p.from(),
                p.until(),
                sums.vehicles,
                sums.pcu,
                sums.delaySeconds,
                sums.stops,
                sums.saturation);
    }

    private List<IntersectionKpis> intersections(List<Period> in) {
        List<IntersectionKpis> list = new ArrayList<>();
        List<List<Integer>> approaches = approachesOfJunctions();
        for (int j : intersections.list()) {
            for (Period p : in) {
                list.add(
                        new IntersectionKpis(
                                network.junction(j).id(),
                                j,
                                intersections.control(j),
                                p.from(),
                                p.until(),
                                approaches.get(j).stream().map(l -> approach(l, p)).toList()));
            }
        }
        return list;
    }

    private List<List<Integer>> approachesOfJunctions() {
        List<List<Integer>> approaches = new ArrayList<>();
        for (int j = 0; j < network.junctionCount(); j++) {
            approaches.add(new ArrayList<>());
        }
        for (int l = 0; l < network.linkCount(); l++) {
            if (network.nextLinkCount(l) > 0) {
                approaches.get(network.toJunction(l)).add(l);
            }
        }
        return approaches;
    }

    private ApproachKpis approach(int l, Period p) {
        MovementSums sums = new MovementSums();
        int firstLane = network.firstLane(l);
        for (int lane = firstLane; lane < firstLane + network.laneCount(l); lane++) {
            sums.saturate(saturation.ofLane(lane, p));
            for (int c = network.firstConnector(lane); c < network.endConnector(lane); c++) {
                sums.add(p.sums(), c);
            }
        }
        return new ApproachKpis(
                network.link(l).id(),
                l,
                intersections.control(network.toJunction(l)),
                p.from(),
                p.until(),
                sums.vehicles,
                p.sums().linkUnfinished[l],
                sums.delaySeconds + p.sums().linkUnfinishedDelaySeconds[l],
                sums.stops,
                sums.saturation,
                settings.queues == null
                        ? QueueKpis.NONE
                        : settings.queues.approach(l, p.from(), p.until()));
    }

    /** Sums over the connectors of a movement or an approach. */
    private static final class MovementSums {
        private long vehicles;
        private long stops;
        private double pcu;
        private double delaySeconds;
        private double saturation = Double.NaN;

        private void add(IntervalCells cells, int c) {
            vehicles += cells.movedVehicles[c];
            stops += cells.movedStops[c];
            pcu += cells.movedPcu[c];
            delaySeconds += cells.movedDelaySeconds[c];
        }

        /** Takes the larger of what is known. */
        private void saturate(double ofLane) {
            saturation =
                    Double.isNaN(saturation) ? ofLane : Math.max(saturation, nanToZero(ofLane));
        }

        private static double nanToZero(double value) {
            return Double.isNaN(value) ? 0 : value;
        }
    }
}
