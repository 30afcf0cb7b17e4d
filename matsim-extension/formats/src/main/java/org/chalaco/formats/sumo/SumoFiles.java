package org.chalaco.formats.sumo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Writes roads, signals and traffic as SUMO's plain input, so that plans can be judged by another
 * simulator.
 *
 * <pre>{@code
 * SumoFiles files = new SumoFiles(folder, network, signals);
 * files.writeNetwork();
 * files.writeTraffic(types, departures, parameters);
 * // then, with SUMO installed:  netconvert -c netconvert.netccfg
 * SumoFiles.settleFoes(folder);  // then:  sumo -c scenario.sumocfg
 * }</pre>
 *
 * <p>Lanes lead where ours lead, signals show what ours show second by second, vehicles take the
 * same routes at the same times. Other than here: SUMO draws junctions itself, so that lanes differ
 * by some metres; its drivers follow IDM with time gaps at which a queue discharges as here, differ
 * in desired speed only, and change lanes its own way; junctions on two levels become unregulated
 * ones. Not thread-safe.
 */
public final class SumoFiles {

    /** Network as netconvert makes it of the plain files. */
    public static final String NET = "scenario.net.xml";

    /** How netconvert makes the network. */
    public static final String NETCONVERT = "netconvert.netccfg";

    /** What SUMO is to run. */
    public static final String CONFIG = "scenario.sumocfg";

    static final String NODES = "scenario.nod.xml";
    static final String EDGES = "scenario.edg.xml";
    static final String CONNECTIONS = "scenario.con.xml";
    static final String PROGRAMS = "scenario.tll.xml";
    static final String ROUTES = "scenario.rou.xml";

    private final Path folder;
    private final RoadNetwork network;
    private final SumoIds links = new SumoIds();
    private final SumoIds junctions = new SumoIds();
    private final SumoSignals signals;

    /**
     * Files that are not written yet.
     *
     * @param folder to write into; must exist
     * @param network roads
     * @param systems signals with the plans to show
     */
    public SumoFiles(Path folder, RoadNetwork network, List<SignalSystem> systems) {
        this.folder = folder;
        this.network = network;
        network.links().forEach(link -> links.of(link.id()));
        network.junctions().forEach(junction -> junctions.of(junction.id()));
        signals = new SumoSignals(network, systems);
    }

    /** Writes nodes, edges, connections, signal programs and how netconvert joins them. */
    public void writeNetwork() {
        SumoNetwork roads = new SumoNetwork(network, signals, links, junctions);
        write(NODES, roads::nodes);
        write(EDGES, roads::edges);
        write(CONNECTIONS, roads::connections);
        write(PROGRAMS, out -> signals.write(out, roads));
        write(NETCONVERT, SumoFiles::netconvert);
    }

    /**
     * Writes vehicle types, vehicles with their routes, and the config.
     *
     * @param departures who drives, by any order
     * @param parameters start, step and car-following model of our runs
     */
    public void writeTraffic(
            List<VehicleType> types, List<Departure> departures, MobsimParameters parameters) {
        double timeGap = SumoTraffic.timeGapFactor(parameters.carFollowing());
        write(ROUTES, new SumoTraffic(network, links, types, departures, timeGap)::write);
        write(CONFIG, out -> config(out, parameters.startTime(), parameters.stepSeconds()));
    }

    /**
     * Has left turners inside a junction wait for nobody who is no foe of theirs by SUMO's own
     * matrix of foes. To be called when netconvert has made the network.
     *
     * @return how many such foes there were
     */
    public static int settleFoes(Path folder) throws IOException {
        return SumoFoes.settle(folder.resolve(NET));
    }

    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(XmlOutput out);
    }

    private void write(String name, Content content) {
        try (XmlOutput out = XmlOutput.create(folder.resolve(name))) {
            content.writeTo(out);
            out.commit();
        }
    }

    private static void netconvert(XmlOutput out) {
        out.start("configuration");
        value(out, "node-files", NODES);
        value(out, "edge-files", EDGES);
        value(out, "connection-files", CONNECTIONS);
        value(out, "tllogic-files", PROGRAMS);
        value(out, "output-file", NET);
        value(out, "no-turnarounds", "true");
        value(out, "offset.disable-normalization", "true");
    }

    private static void config(XmlOutput out, double startTime, double stepSeconds) {
        out.start("configuration");
        value(out, "net-file", NET);
        value(out, "route-files", ROUTES);
        value(out, "begin", Double.toString(startTime));
        value(out, "step-length", Double.toString(stepSeconds));
        value(out, "time-to-teleport", "300");
        value(out, "no-step-log", "true");
    }

    private static void value(XmlOutput out, String option, String value) {
        out.start(option).attribute("value", value).end();
    }
}
