package org.chalaco.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A scenario that is written as the files MATSim reads: {@code config.xml} and what it names, under
 * the names of release 15, which later ones read too.
 *
 * <p>Vehicles are cars of 4.3 m, made per mode from the vehicle type of that name; drivers are all
 * alike, with the parameters named here as constants.
 */
public final class ScenarioFiles {

    /** Length of a car, m. */
    public static final double CAR_LENGTH = 4.3;

    /** Time gap of drivers, s. */
    public static final double TIME_GAP = 1.0;

    /** Standstill gap of drivers, m. */
    public static final double STANDSTILL_GAP = 2.0;

    /** Maximum acceleration of drivers, m/s². */
    public static final double MAX_ACCELERATION = 2.0;

    /** Comfortable deceleration of drivers, m/s². */
    public static final double COMFORTABLE_DECELERATION = 2.0;

    private final Map<String, double[]> nodes = new LinkedHashMap<>();
    private final List<RoadLink> links = new ArrayList<>();
    private final List<Traveller> travellers = new ArrayList<>();
    private final Map<String, Double> maxSpeeds = new TreeMap<>();
    private final Map<String, String> vehicles = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private final Set<String> activityTypes = new LinkedHashSet<>(List.of("home", "work", "pass"));
    private final Map<String, String> linkAttributes = new LinkedHashMap<>(); // as XML
    private final Map<String, String> otherFiles = new LinkedHashMap<>();

    /** A scenario without anything. */
    public ScenarioFiles() {
        maxSpeeds.put("car", 50.0);
        set("network", "inputNetworkFile", "network.xml");
        set("plans", "inputPlansFile", "plans.xml");
        set("vehicles", "vehiclesFile", "vehicles.xml");
        set("global", "randomSeed", "4711");
        set("qsim", "vehiclesSource", "modeVehicleTypesFromVehiclesData");
        set("qsim", "mainMode", "car");
        set("qsim", "numberOfThreads", "1");
        set("controler", "outputDirectory", "output");
        set("controler", "firstIteration", "0");
        set("controler", "lastIteration", "0");
        set("controler", "overwriteFiles", "deleteDirectoryIfExists");
        set("planscalcroute", "networkModes", "car");
        set("planscalcroute", "accessEgressType", "none");
    }

    /** A straight road, link by link: nodes 0, 1, 2 ... and links 1, 2, 3 ... from west to east. */
    public static ScenarioFiles straight(double freeSpeed, double... lengths) {
        ScenarioFiles scenario = new ScenarioFiles().node("0", 0, 0);
        double x = 0;
        for (int k = 1; k <= lengths.length; k++) {
            x += lengths[k - 1];
            scenario.node("" + k, x, 0);
            scenario.link(RoadLink.of("" + k, "" + (k - 1), "" + k, lengths[k - 1], freeSpeed));
        }
        return scenario;
    }

    /** Adds a node, at coordinates in m. */
    public ScenarioFiles node(String id, double x, double y) {
        nodes.put(id, new double[] {x, y});
        return this;
    }

    /** Adds a link, or replaces the one of that id. */
    public ScenarioFiles link(RoadLink link) {
        for (int k = 0; k < links.size(); k++) {
            if (links.get(k).id().equals(link.id())) {
                links.set(k, link);
                return this;
            }
        }
        links.add(link);
        return this;
    }

    /** The link of an id. */
    public RoadLink getLink(String id) {
        return links.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    }

    /** Adds a person. */
    public ScenarioFiles person(Traveller traveller) {
        travellers.add(traveller);
        return this;
    }

    /** A mode of the road, and what its vehicles can do at best, m/s. */
    public ScenarioFiles mode(String mode, double maxSpeed) {
        maxSpeeds.put(mode, maxSpeed);
        set("qsim", "mainMode", String.join(",", maxSpeeds.keySet()));
        set("planscalcroute", "networkModes", String.join(",", maxSpeeds.keySet()));
        return this;
    }

    /** Adds a vehicle by name; all vehicles are then read from the file. */
    public ScenarioFiles vehicle(String id, String type) {
        vehicles.put(id, type);
        set("qsim", "vehiclesSource", "fromVehiclesData");
        return this;
    }

    /** Sets a parameter of the config. */
    public ScenarioFiles set(String module, String parameter, String value) {
        settings.computeIfAbsent(module, m -> new LinkedHashMap<>()).put(parameter, value);
        return this;
    }

    /** Adds an attribute, as text, to a link. */
    public ScenarioFiles linkAttribute(String link, String name, String value) {
        linkAttributes.merge(
                link,
                "<attribute name=\"%s\" class=\"java.lang.String\">%s</attribute>"
                        .formatted(name, value),
                String::concat);
        return this;
    }

    /** Adds a file of another kind, such as signals; the config must name it. */
    public ScenarioFiles file(String name, String content) {
        otherFiles.put(name, content);
        return this;
    }

    /** Writes the files into a folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("network.xml"), network());
        Files.writeString(folder.resolve("plans.xml"), population());
        Files.writeString(folder.resolve("vehicles.xml"), vehicleDefinitions());
        for (Map.Entry<String, String> file : otherFiles.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        set("controler", "outputDirectory", folder.resolve("output").toString());
        Files.writeString(folder.resolve("config.xml"), config());
    }

    // ---------------------------------------------------------------- files

    private String network() {
        StringBuilder text = new StringBuilder();
        text.append(header("network", "network_v2.dtd")).append("<network>\n<nodes>\n");
        nodes.forEach(
                (id, at) ->
                        text.append(
                                "  <node id=\"%s\" x=\"%s\" y=\"%s\"/>%n"
                                        .formatted(id, at[0], at[1])));
        text.append("</nodes>\n<links capperiod=\"01:00:00\" effectivecellsize=\"7.5\"")
                .append(" effectivelanewidth=\"3.75\">\n");
        for (RoadLink l : links) {
            text.append(
                    "  <link id=\"%s\" from=\"%s\" to=\"%s\" length=\"%s\" freespeed=\"%s\""
                            .formatted(l.id(), l.from(), l.to(), l.length(), l.freeSpeed()));
            text.append(
                    " capacity=\"%s\" permlanes=\"%s.0\" oneway=\"1\" modes=\"%s\">"
                            .formatted(l.capacity(), l.lanes(), l.modes()));
            String attributes = linkAttributes.get(l.id());
            if (attributes != null) {
                text.append("<attributes>").append(attributes).append("</attributes>");
            }
            text.append("</link>\n");
        }
        return text.append("</links>\n</network>\n").toString();
    }

    private static String header(String root, String dtd) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE %s SYSTEM "http://www.matsim.org/files/dtd/%s">
                """
                .formatted(root, dtd);
    }

    private String population() {
        StringBuilder text = new StringBuilder();
        text.append(header("population", "population_v6.dtd")).append("<population>\n");
        travellers.forEach(traveller -> text.append(traveller.xml()));
        return text.append("</population>\n").toString();
    }

    private String vehicleDefinitions() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <vehicleDefinitions xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/vehicleDefinitions_v2.0.xsd">
                """);
        maxSpeeds.forEach((mode, speed) -> text.append(vehicleType(mode, speed)));
        vehicles.forEach(
                (id, type) ->
                        text.append("  <vehicle id=\"%s\" type=\"%s\"/>%n".formatted(id, type)));
        return text.append("</vehicleDefinitions>\n").toString();
    }

    private static String vehicleType(String mode, double maxSpeed) {
        return """
                  <vehicleType id="%s">
                    <attributes>
                      <attribute name="chalaco:comfortableDeceleration" class="java.lang.Double">%s</attribute>
                      <attribute name="chalaco:maxAcceleration" class="java.lang.Double">%s</attribute>
                      <attribute name="chalaco:standstillGap" class="java.lang.Double">%s</attribute>
                      <attribute name="chalaco:timeGap" class="java.lang.Double">%s</attribute>
                    </attributes>
                    <length meter="%s"/>
                    <width meter="1.8"/>
                    <maximumVelocity meterPerSecond="%s"/>
                    <passengerCarEquivalents pce="1.0"/>
                    <networkMode networkMode="%s"/>
                  </vehicleType>
                """
                .formatted(
                        mode,
                        COMFORTABLE_DECELERATION,
                        MAX_ACCELERATION,
                        STANDSTILL_GAP,
                        TIME_GAP,
                        CAR_LENGTH,
                        maxSpeed,
                        mode);
    }

    private String config() {
        StringBuilder text = new StringBuilder();
        text.append(header("config", "config_v2.dtd")).append("<config>\n");
        settings.forEach(
                (module, parameters) -> {
                    text.append("  <module name=\"%s\">%n".formatted(module));
                    parameters.forEach((name, value) -> text.append(parameter(name, value)));
                    text.append(module.equals("planscalcroute") ? WALK : "");
                    text.append("  </module>\n");
                });
        text.append("  <module name=\"planCalcScore\">\n");
        activityTypes.forEach(type -> text.append(activity(type)));
        text.append("  </module>\n").append(STRATEGY);
        return text.append("</config>\n").toString();
    }

    private static String parameter(String name, String value) {
        return "    <param name=\"%s\" value=\"%s\"/>%n".formatted(name, value);
    }

    private static String activity(String type) {
        return """
                    <parameterset type="activityParams">
                      <param name="activityType" value="%s"/>
                      <param name="typicalDuration" value="08:00:00"/>
                    </parameterset>
                """
                .formatted(type);
    }

    private static final String WALK =
            """
                <parameterset type="teleportedModeParameters">
                  <param name="mode" value="walk"/>
                  <param name="teleportedModeSpeed" value="1.0"/>
                  <param name="beelineDistanceFactor" value="1.3"/>
                </parameterset>
            """;

    private static final String STRATEGY =
            """
              <module name="strategy">
                <parameterset type="strategysettings">
                  <param name="strategyName" value="BestScore"/>
                  <param name="weight" value="1.0"/>
                </parameterset>
              </module>
            """;
}
