package org.chalaco.formats.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.AgentEvent;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsReader;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: events are written with MATSim's names, fields and order. */
class J09_EventsTest {

    @TempDir Path folder;
    private final RoadNetwork network = Fixture.gridNetwork();
    private final int wa = network.getLinkIndex("WA");
    private final int ab = network.getLinkIndex("AB");

    private TripTable trips(String id, String mode) {
        Plan plan =
                Plan.of(
                        List.of(
                                new Activity("home", wa, 50, 3, 25200, Double.NaN),
                                Activity.last("work", ab, Double.NaN, Double.NaN)),
                        List.of(Leg.unrouted(mode).withRoute(Route.of(wa, ab), 300, 60)));
        return TripTable.of(List.of(Person.of(id, Map.of(), plan)));
    }

    private List<String> write(TripTable trips, List<SignalSystem> signals, Object... events)
            throws IOException {
        Path file = folder.resolve("events.xml");
        try (EventsWriter writer = EventsWriter.create(file, network, signals, trips)) {
            for (Object event : events) {
                if (event instanceof TrafficEvent traffic) {
                    writer.accept(traffic);
                } else {
                    writer.accept((AgentEvent) event);
                }
            }
            writer.commit();
        }
        return Files.readAllLines(file);
    }

    @Test
    void aTripByCarIsToldAsMatsimTellsIt() throws IOException {
        List<String> lines =
                write(
                        trips("p", "car"),
                        List.of(),
                        new AgentEvent.ActivityEnd(25200, 0, wa, "home"),
                        new AgentEvent.PersonDeparture(25200, 0, wa, "car", 0),
                        new AgentEvent.PersonEntersVehicle(25200, 0, 0),
                        new TrafficEvent.VehicleEntersTraffic(25200.5, 0, wa, 0.25),
                        new TrafficEvent.LaneChange(25203, 0, wa, 0, 1),
                        new TrafficEvent.LinkLeave(25212, 0, wa, 3, 0),
                        new TrafficEvent.LinkEnter(25212, 0, ab),
                        new TrafficEvent.VehicleLeavesTraffic(25230.1, 0, ab, 1, 2),
                        new AgentEvent.PersonLeavesVehicle(25230.1, 0, 0),
                        new AgentEvent.PersonArrival(25230.1, 0, ab, "car", 0),
                        new AgentEvent.ActivityStart(25230.1, 0, ab, "work"));
        assertThat(lines)
                .containsExactly(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                        "<events version=\"1.0\">",
                        "\t<event time=\"25200.0\" type=\"actend\" person=\"p\" link=\"WA\" x=\"50.0\" y=\"3.0\" actType=\"home\"/>",
                        "\t<event time=\"25200.0\" type=\"departure\" person=\"p\" link=\"WA\" legMode=\"car\" computationalRoutingMode=\"car\"/>",
                        "\t<event time=\"25200.0\" type=\"PersonEntersVehicle\" person=\"p\" vehicle=\"p\"/>",
                        "\t<event time=\"25200.5\" type=\"vehicle enters traffic\" person=\"p\" link=\"WA\" vehicle=\"p\" networkMode=\"car\" relativePosition=\"0.25\"/>",
                        "\t<event time=\"25212.0\" type=\"left link\" link=\"WA\" vehicle=\"p\"/>",
                        "\t<event time=\"25212.0\" type=\"entered link\" link=\"AB\" vehicle=\"p\"/>",
                        "\t<event time=\"25230.1\" type=\"vehicle leaves traffic\" person=\"p\" link=\"AB\" vehicle=\"p\" networkMode=\"car\" relativePosition=\"1.0\"/>",
                        "\t<event time=\"25230.1\" type=\"PersonLeavesVehicle\" person=\"p\" vehicle=\"p\"/>",
                        "\t<event time=\"25230.1\" type=\"arrival\" person=\"p\" link=\"AB\" legMode=\"car\"/>",
                        "\t<event time=\"25230.1\" type=\"actstart\" person=\"p\" link=\"AB\" actType=\"work\"/>",
                        "</events>");
    }

    @Test
    void vehiclesOfOtherModesAreCalledByPersonAndMode() throws IOException {
        List<String> lines =
                write(
                        trips("<p&q>", "truck"),
                        List.of(),
                        new TrafficEvent.LinkEnter(10, 0, ab),
                        new TrafficEvent.VehicleStuck(20, 0, ab),
                        new AgentEvent.PersonStuck(20, 0, ab, "truck"),
                        new AgentEvent.PersonStuck(30, 0, RoadNetwork.NONE, "truck"));
        assertThat(lines.subList(2, 6))
                .containsExactly(
                        "\t<event time=\"10.0\" type=\"entered link\" link=\"AB\" vehicle=\"&lt;p&amp;q&gt;_truck\"/>",
                        "\t<event time=\"20.0\" type=\"vehicle aborts\" link=\"AB\" vehicle=\"&lt;p&amp;q&gt;_truck\"/>",
                        "\t<event time=\"20.0\" type=\"stuckAndAbort\" person=\"&lt;p&amp;q&gt;\" link=\"AB\" legMode=\"truck\"/>",
                        "\t<event time=\"30.0\" type=\"stuckAndAbort\" person=\"&lt;p&amp;q&gt;\" legMode=\"truck\"/>");
    }

    @Test
    void teleportedTripsAndSignalsAreTold() throws IOException {
        List<SignalSystem> signals =
                SignalsReader.read(
                        new SignalFiles(
                                Fixture.grid("signalSystems.xml"),
                                Fixture.grid("signalGroups.xml"),
                                Fixture.grid("signalControl.xml"),
                                null,
                                null),
                        network,
                        LaneDefinitions.NONE,
                        0,
                        new Problems());
        List<String> lines =
                write(
                        trips("p", "walk"),
                        signals,
                        new TrafficEvent.SignalChange(5, 0, 1, Aspect.GREEN),
                        new TrafficEvent.SignalChange(6, 1, 0, Aspect.RED_AMBER),
                        new AgentEvent.Travelled(700, 0, 123.25, "walk"));
        assertThat(lines.subList(2, 5))
                .containsExactly(
                        "\t<event time=\"5.0\" type=\"signalGroupStateChangedEvent\" signalSystemId=\"A\" signalGroupId=\"NS\" signalGroupState=\"GREEN\"/>",
                        "\t<event time=\"6.0\" type=\"signalGroupStateChangedEvent\" signalSystemId=\"B\" signalGroupId=\"EW\" signalGroupState=\"REDYELLOW\"/>",
                        "\t<event time=\"700.0\" type=\"travelled\" person=\"p\" distance=\"123.25\" mode=\"walk\"/>");
    }

    @Test
    void eventsAreReadAgain() throws IOException {
        write(
                trips("a \"b\" é\t", "car"),
                List.of(),
                new TrafficEvent.LinkLeave(12.5, 0, wa, 3, 0),
                new TrafficEvent.LinkEnter(12.5, 0, ab));
        Problems problems = new Problems();
        List<MatsimEvent> events = new ArrayList<>();
        EventsReader.read(folder.resolve("events.xml"), problems, events::add);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(events)
                .containsExactly(
                        new MatsimEvent(
                                12.5, "left link", Map.of("link", "WA", "vehicle", "a \"b\" é\t")),
                        new MatsimEvent(
                                12.5,
                                "entered link",
                                Map.of("link", "AB", "vehicle", "a \"b\" é\t")));
    }

    @Test
    void eventsWithoutTypeOrTimeAreReported() {
        Problems problems = new Problems();
        Path file =
                Fixture.file(
                        folder,
                        "e.xml",
                        "<events>\n<event time=\"1\"/>\n<event type=\"x\"/>\n<event time=\"soon\" type=\"x\"/>\n</events>");
        EventsReader.read(file, problems, event -> {});
        assertThat(Fixture.errorsAt(problems))
                .containsExactly("CH-EVT-001:2", "CH-EVT-001:3", "CH-XML-010:4", "CH-EVT-001:4");
    }
}
