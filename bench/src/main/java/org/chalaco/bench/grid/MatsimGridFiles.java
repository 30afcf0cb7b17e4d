package org.chalaco.bench.grid;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.bench.grid.NeutralGrid.Node;
import org.chalaco.bench.grid.NeutralGrid.Street;
import org.chalaco.bench.grid.NeutralGrid.Trip;

/** A grid as MATSim files: network, plans with routes, signals, config. */
final class MatsimGridFiles {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private MatsimGridFiles() {}

    static void write(NeutralGrid grid, Path folder) throws IOException {
        GridFiles.text(folder.resolve("network.xml"), out -> network(grid, out));
        GridFiles.text(folder.resolve("plans.xml.gz"), out -> plans(grid, out));
        GridFiles.text(folder.resolve("signalSystems.xml"), out -> systems(grid, out));
        GridFiles.text(folder.resolve("signalGroups.xml"), out -> groups(grid, out));
        GridFiles.text(folder.resolve("signalControl.xml"), out -> control(grid, out));
        GridFiles.text(folder.resolve("config.xml"), out -> out.write(CONFIG));
    }

    private static void network(NeutralGrid grid, Writer out) throws IOException {
        out.write(HEAD);
        GridFiles.line(
                out,
                "<!DOCTYPE network SYSTEM \"http://www.matsim.org/files/dtd/network_v2.dtd\">%n<network>%n<nodes>"
                        .replace("%n", "\n"));
        for (Node node : grid.nodes()) {
            GridFiles.line(
                    out, "<node id=\"%s\" x=\"%s\" y=\"%s\"/>", node.id(), node.x(), node.y());
        }
        GridFiles.line(out, "</nodes>");
        GridFiles.line(
                out,
                "<links capperiod=\"01:00:00\" effectivecellsize=\"7.5\" effectivelanewidth=\"3.75\">");
        for (Street street : grid.streets()) {
            GridFiles.line(
                    out,
                    "<link id=\"%s\" from=\"%s\" to=\"%s\" length=\"%s\" freespeed=\"%s\" capacity=\"%s\" permlanes=\"%d\" oneway=\"1\" modes=\"car\"/>",
                    street.id(),
                    street.from().id(),
                    street.to().id(),
                    NeutralGrid.BLOCK,
                    NeutralGrid.SPEED,
                    NeutralGrid.CAPACITY * street.lanes(),
                    street.lanes());
        }
        GridFiles.line(out, "</links>%n</network>".replace("%n", "\n"));
    }

    private static void plans(NeutralGrid grid, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.write(
                "<!DOCTYPE population SYSTEM \"http://www.matsim.org/files/dtd/population_v6.dtd\">\n<population>\n");
        List<Trip> trips = grid.trips();
        for (int k = 0; k < trips.size(); k++) {
            plan(k, trips.get(k), out);
        }
        out.write("</population>\n");
    }

    private static void plan(int number, Trip trip, Writer out) throws IOException {
        String first = trip.linkIds().get(0);
        String last = trip.linkIds().get(trip.linkIds().size() - 1);
        int s = trip.departure();
        GridFiles.line(
                out,
                "<person id=\"v%d\"><plan selected=\"yes\"><activity type=\"o\" link=\"%s\" end_time=\"%02d:%02d:%02d\"/>"
                        + "<leg mode=\"car\"><route type=\"links\" start_link=\"%s\" end_link=\"%s\">%s</route></leg>"
                        + "<activity type=\"d\" link=\"%s\"/></plan></person>",
                number,
                first,
                s / 3600,
                s / 60 % 60,
                s % 60,
                first,
                last,
                String.join(" ", trip.linkIds()),
                last);
    }

    private static String start(String root, String schema) {
        return HEAD
                + "<"
                + root
                + " xmlns=\"http://www.matsim.org/files/dtd\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/"
                + schema
                + "\">\n";
    }

    private static void systems(NeutralGrid grid, Writer out) throws IOException {
        out.write(start("signalSystems", "signalSystems_v2.0.xsd"));
        for (Node node : grid.signalised()) {
            out.write("<signalSystem id=\"" + node.id() + "\"><signals>");
            for (Street street : grid.approaches(node)) {
                out.write(
                        "<signal id=\"s%s\" linkIdRef=\"%s\"/>"
                                .formatted(street.id(), street.id()));
            }
            out.write("</signals></signalSystem>\n");
        }
        out.write("</signalSystems>\n");
    }

    private static void groups(NeutralGrid grid, Writer out) throws IOException {
        out.write(start("signalGroups", "signalGroups_v2.0.xsd"));
        for (Node node : grid.signalised()) {
            out.write("<signalSystem refId=\"" + node.id() + "\">");
            for (boolean northSouth : new boolean[] {true, false}) {
                out.write("<signalGroup id=\"" + GridFiles.group(northSouth) + "\">");
                for (Street street : grid.approaches(node)) {
                    if (street.isNorthSouth() == northSouth) {
                        out.write("<signal refId=\"s" + street.id() + "\"/>");
                    }
                }
                out.write("</signalGroup>");
            }
            out.write("</signalSystem>\n");
        }
        out.write("</signalGroups>\n");
    }

    private static void control(NeutralGrid grid, Writer out) throws IOException {
        out.write(start("signalControl", "signalControl_v2.0.xsd"));
        for (Node node : grid.signalised()) {
            out.write(
                    "<signalSystem refId=\""
                            + node.id()
                            + "\"><signalSystemController><controllerIdentifier>DefaultPlanbasedSignalSystemController</controllerIdentifier>"
                            + "<signalPlan id=\"p\"><start daytime=\"00:00:00\"/><stop daytime=\"00:00:00\"/><cycleTime sec=\""
                            + NeutralGrid.CYCLE
                            + "\"/><offset sec=\"0\"/>");
            for (boolean northSouth : new boolean[] {true, false}) {
                int onset = GridFiles.onset(northSouth);
                out.write(
                        "<signalGroupSettings refId=\"%s\"><onset sec=\"%d\"/><dropping sec=\"%d\"/></signalGroupSettings>"
                                .formatted(
                                        GridFiles.group(northSouth),
                                        onset,
                                        onset + NeutralGrid.GREEN));
            }
            out.write("</signalPlan></signalSystemController></signalSystem>\n");
        }
        out.write("</signalControl>\n");
    }

    private static final String CONFIG =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE config SYSTEM "http://www.matsim.org/files/dtd/config_v2.dtd">
            <config>
             <module name="global"><param name="randomSeed" value="4711"/><param name="coordinateSystem" value="Atlantis"/></module>
             <module name="network"><param name="inputNetworkFile" value="network.xml"/></module>
             <module name="plans"><param name="inputPlansFile" value="plans.xml.gz"/></module>
             <module name="controler"><param name="outputDirectory" value="output"/><param name="lastIteration" value="0"/></module>
             <module name="qsim"><param name="startTime" value="00:00:00"/><param name="endTime" value="12:00:00"/><param name="mainMode" value="car"/>
              <param name="stuckTime" value="300"/><param name="removeStuckVehicles" value="false"/><param name="trafficDynamics" value="queue"/></module>
             <module name="signalsystems"><param name="useSignalsystems" value="true"/><param name="signalsystems" value="signalSystems.xml"/>
              <param name="signalgroups" value="signalGroups.xml"/><param name="signalcontrol" value="signalControl.xml"/></module>
             <module name="planCalcScore"><parameterset type="activityParams"><param name="activityType" value="o"/><param name="typicalDuration" value="08:00:00"/></parameterset>
              <parameterset type="activityParams"><param name="activityType" value="d"/><param name="typicalDuration" value="08:00:00"/></parameterset></module>
            </config>
            """;
}
