package org.chalaco.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chalaco.analysis.kpi.ClassKpis;
import org.chalaco.analysis.kpi.IntersectionKpis;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.analysis.kpi.LinkKpis;
import org.chalaco.analysis.kpi.MovementKpis;
import org.chalaco.app.report.ReportTable.Column;
import org.chalaco.app.report.ReportTable.Kind;
import org.chalaco.app.report.ReportTable.Row;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The tables of the report, from the key figures. Intersections, links and movements come in the
 * order of the time lost there, so that what matters stands on top.
 */
final class ReportTables {

    private static final double SECONDS_PER_HOUR = 3600;

    private final RoadNetwork network;
    private final List<String> junctionNames;
    private final List<String> linkNames;

    ReportTables(RoadNetwork network) {
        this.network = network;
        NetworkDrawing drawing = new NetworkDrawing(network);
        junctionNames = drawing.junctionNames();
        linkNames = drawing.linkNames();
    }

    List<ReportTable> of(Kpis kpis) {
        return List.of(
                classes(kpis),
                intersections(kpis.intersections()),
                links(kpis.links()),
                movements(kpis.movements()));
    }

    private ReportTable classes(Kpis kpis) {
        List<ClassKpis> all = new ArrayList<>(List.of(kpis.total()));
        all.addAll(kpis.classes());
        List<Row> rows =
                all.stream()
                        .map(
                                c ->
                                        row(
                                                RoadNetwork.NONE,
                                                RoadNetwork.NONE,
                                                c.name(),
                                                c.departures(),
                                                c.arrived(),
                                                c.onRoadAtEnd() + c.removed(),
                                                c.waitingOutsideAtEnd(),
                                                c.vehicleKm(),
                                                c.meanSpeedKmh(),
                                                c.travelTimeIndex(),
                                                c.meanTripTime() / 60,
                                                c.stopsPerKm()))
                        .toList();
        return new ReportTable(
                "classes",
                List.of(
                        new Column("class", "", Kind.CLASS, 0),
                        Column.number("departures", "veh", 0),
                        Column.number("arrived", "veh", 0),
                        Column.number("unfinished", "veh", 0),
                        Column.number("waitingOutside", "veh", 0),
                        Column.number("distance", "veh-km", 0),
                        Column.number("meanSpeed", "km/h", 1),
                        Column.number("travelTimeIndex", "", 2),
                        Column.number("tripTime", "min", 1),
                        Column.number("stopsPerKm", "1/km", 1)),
                rows);
    }

    private ReportTable intersections(List<IntersectionKpis> intersections) {
        ToDoubleFunction<IntersectionKpis> lost =
                i -> i.approaches().stream().mapToDouble(a -> a.delaySeconds()).sum();
        List<Row> rows =
                worstFirst(intersections, lost).stream()
                        .filter(i -> i.vehicles() + i.unfinished() > 0)
                        .map(
                                i ->
                                        row(
                                                RoadNetwork.NONE,
                                                i.junctionIndex(),
                                                junctionNames.get(i.junctionIndex()),
                                                i.control(),
                                                i.flowVehPerHour(),
                                                i.meanControlDelay(),
                                                i.levelOfService(),
                                                lost.applyAsDouble(i) / SECONDS_PER_HOUR,
                                                i.stopsPerVehicle(),
                                                i.degreeOfSaturation(),
                                                i.p95QueueLength()))
                        .toList();
        return new ReportTable(
                "intersections",
                List.of(
                        Column.text("intersection"),
                        new Column("control", "", Kind.CONTROL, 0),
                        Column.number("flow", "veh/h", 0),
                        Column.number("controlDelay", "s/veh", 1),
                        new Column("level", "", Kind.LEVEL, 0),
                        Column.number("timeLost", "veh-h", 1),
                        Column.number("stops", "1/veh", 2),
                        Column.number("saturation", "", 2),
                        Column.number("queue", "m", 0)),
                rows);
    }

    private ReportTable links(List<LinkKpis> links) {
        List<Row> rows =
                worstFirst(links, LinkKpis::delaySeconds).stream()
                        .filter(l -> l.entered() > 0)
                        .map(
                                l ->
                                        row(
                                                l.linkIndex(),
                                                RoadNetwork.NONE,
                                                linkNames.get(l.linkIndex()),
                                                junctionNames.get(
                                                        network.toJunction(l.linkIndex())),
                                                l.linkId(),
                                                network.laneCount(l.linkIndex()),
                                                network.length(l.linkIndex()),
                                                l.flowVehPerHour(),
                                                l.meanSpeedKmh(),
                                                l.travelTimeIndex(),
                                                l.meanDelay(),
                                                l.delaySeconds() / SECONDS_PER_HOUR))
                        .toList();
        return new ReportTable(
                "links",
                List.of(
                        Column.text("street"),
                        Column.text("towards"),
                        Column.text("link"),
                        Column.number("lanes", "", 0),
                        Column.number("length", "m", 0),
                        Column.number("flow", "veh/h", 0),
                        Column.number("meanSpeed", "km/h", 1),
                        Column.number("travelTimeIndex", "", 2),
                        Column.number("delay", "s/veh", 1),
                        Column.number("timeLost", "veh-h", 1)),
                rows);
    }

    private ReportTable movements(List<MovementKpis> movements) {
        List<Row> rows =
                worstFirst(movements, MovementKpis::delaySeconds).stream()
                        .filter(m -> m.vehicles() > 0 && m.control() != null)
                        .map(this::movement)
                        .toList();
        return new ReportTable(
                "movements",
                List.of(
                        Column.text("from"),
                        new Column("turn", "", Kind.TURN, 0),
                        Column.text("to"),
                        Column.text("intersection"),
                        Column.number("flow", "veh/h", 0),
                        Column.number("controlDelay", "s/veh", 1),
                        new Column("level", "", Kind.LEVEL, 0),
                        Column.number("timeLost", "veh-h", 1),
                        Column.number("stops", "1/veh", 2),
                        Column.number("saturation", "", 2)),
                rows);
    }

    private Row movement(MovementKpis m) {
        return row(
                m.fromLinkIndex(),
                RoadNetwork.NONE,
                linkNames.get(m.fromLinkIndex()),
                m.turn(),
                linkNames.get(m.toLinkIndex()),
                junctionNames.get(network.toJunction(m.fromLinkIndex())),
                m.flowVehPerHour(),
                m.meanControlDelay(),
                m.levelOfService(),
                m.delaySeconds() / SECONDS_PER_HOUR,
                m.stopsPerVehicle(),
                m.degreeOfSaturation());
    }

    private static <T> List<T> worstFirst(List<T> rows, ToDoubleFunction<T> lost) {
        return rows.stream().sorted(Comparator.comparingDouble(lost).reversed()).toList();
    }

    private static Row row(int link, int junction, Object... cells) {
        return new Row(Arrays.asList(cells), link, junction);
    }
}
