package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.app.report.ReportTable.Column;
import org.chalaco.app.report.ReportTable.Kind;
import org.chalaco.app.report.ReportTable.Row;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleClass;

/** A report about a {@link SyntheticRun}, with a figure of every kind. */
final class SyntheticContent {

    static final double START = 6 * 3600;
    static final double END = 10 * 3600;
    private static final int INTERVALS = 16;

    private SyntheticContent() {}

    /** A report about this many vehicles, filmed for this long, with this title. */
    static ReportContent of(int size, int vehicles, int seconds, String title) {
        SyntheticRun run = new SyntheticRun(size, vehicles, 8 * 3600);
        FilmRecorder recorder =
                new FilmRecorder(run.network, run.signals, run::typeOf, 8 * 3600, seconds);
        List<AvenueDiagram.Trajectory> trajectories = new ArrayList<>();
        recorder.observe(run);
        for (int t = 0; t < seconds; t++) {
            run.advance();
            recorder.observe(run);
        }
        Film film = recorder.finish(9_000_000);
        return content(run, film, title, avenue(run, trajectories));
    }

    private static ReportContent content(
            SyntheticRun run, Film film, String title, AvenueDiagram avenue) {
        return new ReportContent(
                new Wording(title, title),
                new Wording(
                        "Weekday morning, 06:00 to 10:00 · made-up figures for tests",
                        "Mañana de día laborable, 06:00 a 10:00 · cifras inventadas para pruebas"),
                START,
                END,
                headline(),
                run.network,
                figures(run.network),
                film,
                curve(),
                List.of(avenue),
                convergence(),
                List.of(classes(), intersections(run), links(run.network)),
                plausibility(),
                provenance(),
                EmissionLayer.NONE);
    }

    private static Headline headline() {
        return new Headline(
                48_612,
                45_230,
                3_102,
                280,
                412 * 3600,
                4.83,
                4.35,
                8 * 3600,
                2.14,
                31,
                2.2,
                212e6,
                12_200 * 3600.0,
                7_850);
    }

    private static LinkFigures figures(RoadNetwork network) {
        int n = INTERVALS * network.linkCount();
        float[] speed = new float[n];
        float[] delay = new float[n];
        float[] flow = new float[n];
        for (int i = 0; i < n; i++) {
            int interval = i / network.linkCount();
            int link = i % network.linkCount();
            double peak = Math.exp(-Math.pow((interval - 8) / 4.0, 2));
            double own = RandomStream.of(3, link, "figures").nextDouble();
            speed[i] = (float) (network.freeSpeed(link) * (0.95 - 0.8 * peak * own));
            delay[i] = (float) (110 * peak * own * own);
            flow[i] =
                    link % 41 == 0
                            ? 0
                            : (float) (network.laneCount(link) * 900 * (0.15 + peak * own));
            if (flow[i] == 0) {
                speed[i] = Float.NaN;
                delay[i] = Float.NaN;
            }
        }
        return new LinkFigures(START, 900, INTERVALS, speed, delay, flow);
    }

    private static TripCurve curve() {
        int n = 241;
        int[] wanted = new int[n];
        int[] entered = new int[n];
        int[] arrived = new int[n];
        for (int i = 0; i < n; i++) {
            double x = i / 240.0;
            wanted[i] = (int) (48_612 * (1 / (1 + Math.exp(-7 * (x - 0.45))) - 0.04) / 0.94);
            wanted[i] = Math.max(0, Math.min(48_612, wanted[i]));
            entered[i] = (int) (wanted[i] * (1 - 0.04 * Math.sin(Math.PI * x)));
            arrived[i] = i < 12 ? 0 : (int) (entered[i - 12] * 0.97);
        }
        return new TripCurve(START, 60, wanted, entered, arrived);
    }

    private static AvenueDiagram avenue(
            SyntheticRun run, List<AvenueDiagram.Trajectory> trajectories) {
        List<AvenueDiagram.Signal> signals = new ArrayList<>();
        SignalPlan plan = run.signals.get(0).plan();
        for (int k = 1; k <= 4; k++) {
            List<Double> greens = new ArrayList<>();
            for (double t = 8 * 3600 + 23 * k % 90; t < 8 * 3600 + 900; t += plan.cycle()) {
                greens.add(t);
                greens.add(t + 45);
            }
            signals.add(
                    new AvenueDiagram.Signal(
                            "Jirón " + (k + 1),
                            220.0 * k - 12,
                            greens.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        for (int v = 0; v < 90; v++) {
            trajectories.add(trajectory(v, signals));
        }
        return new AvenueDiagram(
                new Wording("Avenida Argentina, eastbound", "Avenida Argentina, hacia el este"),
                8 * 3600,
                8 * 3600 + 900,
                1100,
                signals,
                trajectories);
    }

    private static AvenueDiagram.Trajectory trajectory(int v, List<AvenueDiagram.Signal> signals) {
        List<Double> times = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        double s = 0;
        for (double t = 8 * 3600 + v * 10; t < 8 * 3600 + 900 && s < 1100; t += 1) {
            times.add(t);
            distances.add(s);
            double next = s + 9 + v % 5;
            for (AvenueDiagram.Signal signal : signals) {
                if (s <= signal.distance() && next > signal.distance() && !isGreen(signal, t)) {
                    next = signal.distance();
                }
            }
            s = next;
        }
        return new AvenueDiagram.Trajectory(
                VehicleClass.values()[v * 7 % 10],
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                distances.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean isGreen(AvenueDiagram.Signal signal, double t) {
        for (int i = 0; i < signal.greens().length; i += 2) {
            if (t >= signal.greens()[i] && t < signal.greens()[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static Convergence convergence() {
        List<Convergence.Row> rows = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            double gain = 1 - Math.exp(-i / 3.0);
            rows.add(
                    new Convergence.Row(
                            i,
                            88 + 22 * gain,
                            85 + 4 * gain,
                            87 + 17 * gain,
                            89 + 24 * gain,
                            0.24 * Math.exp(-i / 2.5) + 0.012));
        }
        return new Convergence(rows);
    }

    private static ReportTable classes() {
        List<Row> rows = new ArrayList<>();
        for (VehicleClass c : VehicleClass.values()) {
            int n = 20_000 / (c.ordinal() + 1);
            rows.add(
                    new Row(
                            List.of(c, n, n * 0.93, n * 4.3, 17.4 - c.ordinal() * 0.6, 2.1),
                            RoadNetwork.NONE,
                            RoadNetwork.NONE));
        }
        return new ReportTable(
                "classes",
                List.of(
                        new Column("class", "", Kind.CLASS, 0),
                        Column.number("departures", "veh", 0),
                        Column.number("arrived", "veh", 0),
                        Column.number("distance", "veh-km", 0),
                        Column.number("meanSpeed", "km/h", 1),
                        Column.number("stopsPerKm", "1/km", 1)),
                rows);
    }

    private static ReportTable intersections(SyntheticRun run) {
        List<String> names = new NetworkDrawing(run.network).junctionNames();
        List<Row> rows = new ArrayList<>();
        for (int j = 0; j < run.network.junctionCount(); j++) {
            double delay = 4 + 100 * RandomStream.of(5, j, "delay").nextDouble();
            String level = "ABCDEF".charAt(level(delay)) + "";
            List<Object> cells = new ArrayList<>();
            cells.add(names.get(j));
            cells.add(2_400 - 31 * j);
            cells.add(j == 3 ? null : delay);
            cells.add(delay * 1.3);
            cells.add(level);
            rows.add(new Row(cells, RoadNetwork.NONE, j));
        }
        return new ReportTable(
                "intersections",
                List.of(
                        Column.text("intersection"),
                        Column.number("flow", "veh/h", 0),
                        Column.number("controlDelay", "s/veh", 1),
                        Column.number("queue", "m", 0),
                        new Column("level", "", Kind.LEVEL, 0)),
                rows);
    }

    private static int level(double delay) {
        double[] limits = {10, 20, 35, 55, 80};
        int k = 0;
        while (k < limits.length && delay > limits[k]) {
            k++;
        }
        return k;
    }

    private static ReportTable links(RoadNetwork network) {
        List<Row> rows = new ArrayList<>();
        for (int l = 0; l < network.linkCount(); l++) {
            rows.add(
                    new Row(
                            List.of(
                                    network.link(l).id(),
                                    network.link(l).attributes().get("name"),
                                    network.laneCount(l),
                                    network.length(l)),
                            l,
                            RoadNetwork.NONE));
        }
        return new ReportTable(
                "links",
                List.of(
                        Column.text("link"),
                        Column.text("street"),
                        Column.number("lanes", "", 0),
                        Column.number("length", "m", 0)),
                rows);
    }

    private static List<PlausibilityRow> plausibility() {
        return List.of(
                new PlausibilityRow(
                        new Wording(
                                "Mean speed on avenues at 08:00",
                                "Velocidad media en avenidas a las 08:00"),
                        "km/h",
                        15.7,
                        14,
                        20,
                        "AAP on TomTom data, Correo 2025",
                        "medium"),
                new PlausibilityRow(
                        new Wording(
                                "Flow on Faucett, both ways", "Flujo en Faucett, ambos sentidos"),
                        "veh/h",
                        4_310,
                        5_000,
                        7_000,
                        "own knowledge",
                        "low"),
                new PlausibilityRow(
                        new Wording(
                                "Trucks through the port gates",
                                "Camiones por las puertas del puerto"),
                        "veh/h",
                        Double.NaN,
                        200,
                        400,
                        "Bloomberg Línea",
                        "high"));
    }

    private static Provenance provenance() {
        return new Provenance(
                List.of(
                        Provenance.Fact.same(new Wording("Version", "Versión"), "0.1.0"),
                        Provenance.Fact.same(new Wording("Seed", "Semilla"), "4711")),
                List.of(
                        Wording.same(
                                "© OpenStreetMap contributors, ODbL 1.0,"
                                        + " https://www.openstreetmap.org/copyright")),
                List.of(
                        new Provenance.Assumption(
                                new Wording(
                                        "Signals play fixed plans of 90 s, uncoordinated.",
                                        "Los semáforos tienen planes fijos de 90 s, sin coordinar."),
                                "own knowledge",
                                "low")),
                List.of(
                        new Provenance.Parameter("mobsim.stepMillis", "500"),
                        new Provenance.Parameter("mobsim.seed", "4711")));
    }
}
