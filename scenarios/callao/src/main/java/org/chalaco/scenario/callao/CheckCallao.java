package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chalaco.analysis.kpi.IntervalKpis;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.analysis.kpi.MovementKpis;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.scenario.plausibility.SimulatedFigures;

/**
 * Drives the morning of the tables once and says how plausible it is: the table of the scenario's
 * README, the state of the roads by quarter of an hour, and where most time is lost.
 *
 * <p>{@code CheckCallao scenarios/callao [key=value ...]}; each {@code key=value} replaces a number
 * of {@code assumptions.csv} for this once, {@code until=9} ends the drive at nine. Takes less than
 * a minute and 1 GB.
 */
public final class CheckCallao {

    private static final int WORST = 25;
    private static final int THREADS = 2;

    private final CallaoMorning morning;
    private final MorningDrive drive;

    private CheckCallao(CallaoMorning morning, double end) {
        this.morning = morning;
        drive = MorningDrive.of(morning, THREADS, end);
    }

    /**
     * Drives and prints.
     *
     * @param arguments the folder that has {@code data/}, then numbers to replace; exits with 2 if
     *     a table is wrong
     */
    public static void main(String[] arguments) {
        if (arguments.length < 1) {
            System.err.println("Usage: CheckCallao FOLDER [key=value ...]");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        try {
            CallaoFacts facts = CallaoFacts.read(folder.resolve("data"));
            double end = MorningDrive.END;
            for (String change : List.of(arguments).subList(1, arguments.length)) {
                String[] parts = change.split("=");
                double value = Double.parseDouble(parts[1]);
                if (parts[0].equals("until")) {
                    end = 3600 * value;
                } else {
                    facts = facts.with(parts[0], value);
                }
            }
            CheckCallao check = new CheckCallao(CallaoMorning.of(facts), end);
            System.out.println(check.describe(folder));
        } catch (InvalidInputException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private String describe(Path folder) {
        return String.join(
                "\n",
                trips(),
                new PlausibilityTable(morning.callao().network(), drive)
                        .of(folder.resolve("plausibility.csv")),
                quarters(),
                fullestLinks(),
                worstMovements());
    }

    private String trips() {
        RunResult r = drive.result();
        return String.format(
                Locale.ROOT,
                "%d persons, %d vehicle trips; arrived %d, on the road at the end %d, outside %d; "
                        + "most on the road %d; %.1f million updates, %d turns from wrong lanes%n",
                morning.persons().size(),
                r.departures(),
                r.arrived(),
                r.onRoadAtEnd(),
                r.waitingOutsideAtEnd(),
                r.peakVehiclesOnRoad(),
                r.vehicleUpdates() / 1e6,
                r.wrongLaneTurns());
    }

    private String quarters() {
        StringBuilder text =
                new StringBuilder(
                        "| from | departures | arrived | on road | outside | km/h | avenues km/h |\n"
                                + "|---|---|---|---|---|---|---|\n");
        for (IntervalKpis i : drive.kpis().intervals()) {
            LinkKpis avenues =
                    drive.kpis()
                            .linksMerged(
                                    "avenues",
                                    l ->
                                            SimulatedFigures.isAvenue(
                                                    morning.callao().network().link(l.linkIndex())),
                                    i.from(),
                                    i.until());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %02d:%02d | %d | %d | %d | %d | %.1f | %.1f |%n",
                            (int) i.from() / 3600,
                            (int) i.from() / 60 % 60,
                            i.departures(),
                            i.arrived(),
                            i.onRoadAtEnd(),
                            i.waitingOutsideAtEnd(),
                            i.meanSpeedKmh(),
                            avenues.meanSpeedKmh()));
        }
        return text.toString();
    }

    /** Where queues stand in the last quarter but one. */
    private String fullestLinks() {
        Kpis kpis = drive.kpis();
        RoadNetwork network = morning.callao().network();
        int k = Math.max(0, kpis.intervalCount() - 2);
        return kpis.linkIntervals().stream()
                .filter(l -> l.from() == kpis.intervals().get(k).from())
                .sorted(
                        Comparator.comparingDouble(
                                l -> -l.meanVehicles() / lanesKm(network, l.linkIndex())))
                .limit(WORST)
                .map(
                        l ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %.0f veh/km and lane, %.0f veh/h",
                                        l.linkId(),
                                        l.meanVehicles() / lanesKm(network, l.linkIndex()),
                                        l.flowVehPerHour()))
                .collect(Collectors.joining("; ", "fullest: ", "\n"));
    }

    private static double lanesKm(RoadNetwork network, int link) {
        return network.laneCount(link) * network.length(link) / 1000;
    }

    private String worstMovements() {
        List<MovementKpis> worst =
                drive.kpis().movements().stream()
                        .sorted(Comparator.comparingDouble(m -> -m.delaySeconds()))
                        .limit(WORST)
                        .toList();
        StringBuilder text =
                new StringBuilder(
                        "| movement | turn | hours lost | s/veh | veh | assigned PCU/h "
                                + "| passed PCU/h by half hours from 06:00 |\n|---|---|---|---|---|---|---|\n");
        for (MovementKpis m : worst) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s > %s | %s | %.0f | %.0f | %d | %.0f | %s |%n",
                            m.fromLinkId(),
                            m.toLinkId(),
                            m.turn(),
                            m.delaySeconds() / 3600,
                            m.delaySeconds() / Math.max(1, m.vehicles()),
                            m.vehicles(),
                            morning.assignment().turnFlow(m.fromLinkIndex(), m.toLinkIndex()),
                            halfHours(m)));
        }
        return text.toString();
    }

    private String halfHours(MovementKpis movement) {
        long[] pcu = new long[9];
        for (MovementKpis m : drive.kpis().movementIntervals()) {
            int k = (int) Math.floor((m.from() - 6 * 3600) / 1800);
            if (m.fromLinkIndex() == movement.fromLinkIndex()
                    && m.toLinkIndex() == movement.toLinkIndex()
                    && k >= 0
                    && k < pcu.length) {
                pcu[k] += Math.round(2 * m.pcu());
            }
        }
        return Arrays.toString(pcu);
    }
}
