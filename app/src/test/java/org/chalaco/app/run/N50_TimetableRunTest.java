package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.formats.Problems;
import org.chalaco.formats.events.EventsReader;
import org.chalaco.formats.events.MatsimEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: a scenario folder with a bus line, a road that closes for a while and signal
 * plans for different hours runs as MATSim would run it.
 */
class N50_TimetableRunTest {

    private static final double SEVEN = 7 * 3600;

    @TempDir private Path folder;
    private Path scenario;

    @BeforeEach
    void addBusAndChanges() throws IOException {
        scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        Files.writeString(scenario.resolve("schedule.xml"), SCHEDULE);
        Files.writeString(scenario.resolve("transit_vehicles.xml"), BUS);
        Files.writeString(scenario.resolve("changes.xml"), CHANGES);
        replace("plans.xml", "</population>", RIDER + "</population>");
        replace("signal_control.xml", "<signalPlan id=\"1\">", MORNING);
        replace("signal_control.xml", "</signalSystemController>", LATER);
        replace(
                "config.xml",
                "<module name=\"network\">",
                """
                <module name="transit">
                    <param name="useTransit" value="true"/>
                    <param name="transitScheduleFile" value="schedule.xml"/>
                    <param name="vehiclesFile" value="transit_vehicles.xml"/>
                  </module>
                  <module name="network">
                    <param name="timeVariantNetwork" value="true"/>
                    <param name="inputChangeEventsFile" value="changes.xml"/>""");
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(scenario.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(scenario.resolve(file), text.replace(before, after));
    }

    private static List<MatsimEvent> events(Path output) {
        List<MatsimEvent> events = new ArrayList<>();
        Problems problems = new Problems();
        EventsReader.read(output.resolve("output_events.xml.gz"), problems, events::add);
        problems.throwIfErrors();
        return events;
    }

    private static List<MatsimEvent> select(List<MatsimEvent> events, String type, String value) {
        return events.stream()
                .filter(e -> e.type().equals(type) && e.attributes().containsValue(value))
                .toList();
    }

    @Test
    void busesRunLinksCloseAndPlansChange() {
        Path output = folder.resolve("output");
        CommandLineRun run = CommandLineRun.of("run", scenario, "--output", output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<MatsimEvent> events = events(output);

        assertThat(select(events, "TransitDriverStarts", "pt_bus1_bus")).hasSize(1);
        assertThat(select(events, "VehicleArrivesAtFacility", "bus1"))
                .extracting(e -> e.attributes().get("facility"))
                .containsExactly("A", "B");
        assertThat(select(events, "VehicleDepartsAtFacility", "bus1")).hasSize(2);
        assertThat(select(events, "waitingForPt", "rider")).hasSize(1);
        assertThat(select(events, "PersonEntersVehicle", "rider"))
                .extracting(e -> e.attributes().get("vehicle"))
                .containsExactly("bus1");
        assertThat(select(events, "arrival", "rider")).hasSize(3);
        assertThat(select(events, "actstart", "rider"))
                .extracting(e -> e.attributes().get("actType"))
                .containsExactly("pt interaction", "pt interaction", "work");

        assertThat(select(events, "entered link", "CN"))
                .extracting(MatsimEvent::time)
                .noneMatch(t -> t > SEVEN + 303 && t < SEVEN + 420)
                .anyMatch(t -> t < SEVEN + 300)
                .anyMatch(t -> t >= SEVEN + 420);

        List<Double> onsets =
                events.stream()
                        .filter(e -> "real".equals(e.attributes().get("signalGroupId")))
                        .filter(e -> "GREEN".equals(e.attributes().get("signalGroupState")))
                        .map(MatsimEvent::time)
                        .toList();
        assertThat(onsets).contains(SEVEN + 60, SEVEN + 120);
        assertThat(onsets).filteredOn(t -> t > SEVEN + 480).allMatch(t -> (t - SEVEN) % 40 == 0);
    }

    @Test
    void theOutputIsAScenarioAgain() {
        Path output = folder.resolve("output");
        Path again = folder.resolve("again");
        CommandLineRun first =
                CommandLineRun.of("run", scenario, "--iterations", 0, "--output", output);
        assertThat(first.exitCode()).as(first.err()).isZero();
        CommandLineRun second =
                CommandLineRun.of(
                        "run",
                        output,
                        "--config",
                        output.resolve("output_config.xml"),
                        "--output",
                        again);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(events(again)).isEqualTo(events(output));
    }

    @Test
    void everythingWrongIsReportedAtOnce() throws IOException {
        replace("schedule.xml", "<link refId=\"CE\"/>", "<link refId=\"CEE\"/>");
        replace("changes.xml", "refId=\"CN\"", "refId=\"NN\"");
        replace("plans.xml", "\"egressFacilityId\":\"B\"", "\"egressFacilityId\":\"Q\"");
        CommandLineRun run = CommandLineRun.of("validate", scenario);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out() + run.err())
                .contains("CEE", "Maybe CE?")
                .contains("NN")
                .contains("CH-TRA-002");
    }

    @Test
    void aVehicleThatIsNotThereEndsTheRunIfToldSo() throws IOException {
        String walksAway =
                RIDER.replace("rider", "walker")
                        .replaceAll(
                                "(?s)<activity type=\"pt interaction\" link=\"WC\".*</plan>",
                                "<activity type=\"work\" link=\"EC\" end_time=\"07:10:00\"/><leg mode=\"car\"/><activity type=\"home\" link=\"CW\"/></plan>");
        replace("plans.xml", "</population>", walksAway + "</population>");
        Path output = folder.resolve("output");
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        scenario,
                        "--set",
                        "qsim.vehicleBehavior=exception",
                        "--output",
                        output);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-DAY-008").contains("walker").contains("EC");
    }

    private static final String SCHEDULE =
            """
            <transitSchedule>
              <transitStops>
                <stopFacility id="A" x="-150.0" y="0.0" linkRefId="WC" isBlocking="true"/>
                <stopFacility id="B" x="150.0" y="0.0" linkRefId="CE" isBlocking="false"/>
              </transitStops>
              <transitLine id="real">
                <transitRoute id="east">
                  <transportMode>bus</transportMode>
                  <routeProfile>
                    <stop refId="A" departureOffset="00:00:00"/>
                    <stop refId="B" arrivalOffset="00:01:00"/>
                  </routeProfile>
                  <route><link refId="WC"/><link refId="CE"/></route>
                  <departures><departure id="1" departureTime="07:05:00" vehicleRefId="bus1"/></departures>
                </transitRoute>
              </transitLine>
            </transitSchedule>
            """;

    private static final String BUS =
            """
            <vehicleDefinitions xmlns="http://www.matsim.org/files/dtd">
              <vehicleType id="bus">
                <capacity seats="40" standingRoomInPersons="20"/>
                <length meter="12.0"/>
                <maximumVelocity meterPerSecond="20.0"/>
              </vehicleType>
              <vehicle id="bus1" type="bus"/>
            </vehicleDefinitions>
            """;

    private static final String RIDER =
            """
              <person id="rider">
                <plan selected="yes">
                  <activity type="home" link="WC" end_time="07:03:00"/>
                  <leg mode="walk"><route type="generic" start_link="WC" end_link="WC" trav_time="00:01:00" distance="60.0"/></leg>
                  <activity type="pt interaction" link="WC" max_dur="00:00:00"/>
                  <leg mode="pt"><route type="default_pt" start_link="WC" end_link="CE" trav_time="00:02:00" distance="300.0">{"transitRouteId":"east","boardingTime":"undefined","transitLineId":"real","accessFacilityId":"A","egressFacilityId":"B"}</route></leg>
                  <activity type="pt interaction" link="CE" max_dur="00:00:00"/>
                  <leg mode="walk"><route type="generic" start_link="CE" end_link="CE" trav_time="00:01:00" distance="60.0"/></leg>
                  <activity type="work" link="CE"/>
                </plan>
              </person>
            """;

    private static final String CHANGES =
            """
            <networkChangeEvents xmlns="http://www.matsim.org/files/dtd">
              <networkChangeEvent startTime="07:05:00"><link refId="CN"/><lanes type="absolute" value="0"/></networkChangeEvent>
              <networkChangeEvent startTime="07:07:00"><link refId="CN"/><lanes type="absolute" value="1"/></networkChangeEvent>
            </networkChangeEvents>
            """;

    private static final String MORNING =
            "<signalPlan id=\"1\"><start daytime=\"07:00:00\"/><stop daytime=\"07:06:00\"/>";

    /** Green for Calle Real every forty seconds. */
    private static final String LATER =
            """
            <signalPlan id="2"><start daytime="07:06:00"/><stop daytime="09:00:00"/><cycleTime sec="40"/><offset sec="0"/>
              <signalGroupSettings refId="real"><onset sec="0"/><dropping sec="15"/></signalGroupSettings>
              <signalGroupSettings refId="sur"><onset sec="20"/><dropping sec="35"/></signalGroupSettings>
            </signalPlan>
            </signalSystemController>
            """;
}
