package org.chalaco.formats.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.day2day.transit.PassengerRoom;
import org.chalaco.day2day.transit.TransitRoute;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.TransitFiles;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim's timetables, their vehicles, and rides in plans. */
class J18_TransitTest {

    private static final String STOPS =
            """
            <transitSchedule>
            <transitStops>
            <stopFacility id="1" x="100" y="0" linkRefId="WA" isBlocking="true"/>
            <stopFacility id="2" x="300" y="0" linkRefId="AB"/>
            <stopFacility id="far" x="0" y="0"/>
            </transitStops>
            """;

    private static final String VEHICLES =
            """
            <vehicleDefinitions>
            <vehicleType id="bus"><attributes>
            <attribute name="accessTimeInSecondsPerPerson" class="java.lang.Double">2.5</attribute>
            <attribute name="doorOperationMode" class="java.lang.String">parallel</attribute>
            </attributes><capacity seats="30" standingRoomInPersons="45"/><length meter="12"/></vehicleType>
            <vehicleType id="old"><capacity><seats persons="10"/><standingRoom persons="5"/></capacity><accessTime secondsPerPerson="4"/></vehicleType>
            <vehicle id="b1" type="bus"/><vehicle id="b2" type="old"/>
            </vehicleDefinitions>
            """;

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final RoadNetwork network = Fixture.gridNetwork();

    private TransitSupply read(String schedule, String vehicles) {
        return TransitScheduleReader.read(
                new TransitFiles(
                        Fixture.file(folder, "schedule.xml", schedule),
                        Fixture.file(folder, "vehicles.xml", vehicles)),
                network,
                ParameterSet.CITY_TREIBER,
                problems);
    }

    private static String line(String id, String profile, String links, String departures) {
        StringBuilder route = new StringBuilder();
        for (String link : links.split(" ")) {
            route.append("<link refId=\"").append(link).append("\"/>");
        }
        return "<transitLine id=\"%s\"><transitRoute id=\"r\"><transportMode>bus</transportMode><routeProfile>%s</routeProfile><route>%s</route><departures>%s</departures></transitRoute></transitLine>\n"
                .formatted(id, profile, route, departures);
    }

    private static String stop(String id, String attributes) {
        return "<stop refId=\"%s\" %s/>".formatted(id, attributes);
    }

    private static String departure(String id, String time, String vehicle) {
        return "<departure id=\"%s\" departureTime=\"%s\" vehicleRefId=\"%s\"/>"
                .formatted(id, time, vehicle);
    }

    private TransitSupply sound() {
        return read(
                STOPS
                        + line(
                                "L",
                                stop("1", "departureOffset=\"00:00:00\" awaitDeparture=\"true\"")
                                        + stop("2", "arrivalOffset=\"00:01:00\""),
                                "WA AB BE",
                                departure("d", "07:00:00", "b1"))
                        + "</transitSchedule>",
                VEHICLES);
    }

    @Test
    void aTimetableIsRead() {
        TransitSupply supply = sound();

        assertThat(problems.text()).isEmpty();
        TransitRoute route = supply.routes().get(0);
        assertThat(route.lineId()).isEqualTo("L");
        assertThat(route.links().size()).isEqualTo(3);
        assertThat(route.calls()).extracting(c -> c.stop().id()).containsExactly("1", "2");
        assertThat(route.calls().get(0).awaitsDeparture()).isTrue();
        assertThat(route.calls().get(0).stop().blocksLane()).isTrue();
        assertThat(route.calls().get(1).stop().blocksLane()).isFalse();
        assertThat(route.calls().get(1).plannedDeparture()).isEqualTo(60);
        assertThat(route.departures().get(0).time()).isEqualTo(7 * 3600);
        assertThat(supply.vehicles().get("b1").room())
                .isEqualTo(new PassengerRoom(75, 2.5, 1, false));
        assertThat(supply.vehicles().get("b2").room()).isEqualTo(new PassengerRoom(15, 4, 1, true));
        assertThat(supply.vehicles().get("b1").driverId()).isEqualTo("pt_b1_bus");
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        TransitSupply supply =
                read(
                        STOPS
                                + line("A", stop("11", ""), "WA", departure("d", "07:00:00", "b1"))
                                + line("B", stop("far", ""), "WA", departure("d", "07:00:00", "b1"))
                                + line("C", stop("1", ""), "WA XX", departure("d", "7h", "b1"))
                                + line(
                                        "D",
                                        stop("1", ""),
                                        "WA BE",
                                        departure("d", "07:00:00", "b1"))
                                + line(
                                        "E",
                                        stop("2", "") + stop("1", ""),
                                        "WA AB",
                                        departure("d", "07:00:00", "bb1"))
                                + "</transitSchedule>",
                        VEHICLES.replace(">2.5<", ">-1<"));
        assertThat(supply.routes()).isEmpty();
        assertThat(problems.errors().stream().map(p -> p.id()).toList())
                .containsExactly(
                        "CH-VEH-001",
                        "CH-XML-012",
                        "CH-XML-012",
                        "CH-XML-012",
                        "CH-XML-010",
                        "CH-TRA-001",
                        "CH-XML-012",
                        "CH-TRA-001");
        assertThat(problems.text())
                .contains("bb1")
                .contains("Maybe b1?")
                .contains("from link (WA) to link (BE)")
                .contains("does not pass the stop (1)");
    }

    @Test
    void hostileFilesEndInOneError() {
        read(
                "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><transitSchedule>&x;</transitSchedule>",
                VEHICLES);
        read(STOPS, VEHICLES);
        read("<network/>", VEHICLES);
        assertThat(problems.errors()).hasSize(3);
        assertThat(problems.text()).doesNotContain("root:");
    }

    private List<Person> riders(TransitSupply supply, String... routes) {
        StringBuilder text = new StringBuilder("<population>");
        for (int k = 0; k < routes.length; k++) {
            text.append(
                    "<person id=\"p%d\"><plan><activity type=\"h\" link=\"WA\" end_time=\"07:00:00\"/><leg mode=\"pt\">%s</leg><activity type=\"w\" link=\"AB\"/></plan></person>%n"
                            .formatted(k, routes[k]));
        }
        List<Person> persons = new ArrayList<>();
        new PopulationReader(network, problems)
                .transit(supply)
                .read(Fixture.file(folder, "plans.xml", text + "</population>"), persons::add);
        return persons;
    }

    private static String ride(String line, String from, String to) {
        return "<route type=\"default_pt\" start_link=\"WA\" end_link=\"AB\" trav_time=\"00:02:00\" distance=\"200.0\">{\"transitRouteId\":\"r\",\"boardingTime\":\"undefined\",\"transitLineId\":\"%s\",\"accessFacilityId\":\"%s\",\"egressFacilityId\":\"%s\"}</route>"
                .formatted(line, from, to);
    }

    @Test
    void ridesAreReadAndWritten() {
        TransitSupply supply = sound();
        List<Person> persons =
                riders(
                        supply,
                        ride("L", "1", "2"),
                        "<route type=\"experimentalPt1\">PtRoute===1===L===r===2</route>");
        TransitRide expected = new TransitRide("L", "r", "1", "2");
        assertThat(persons)
                .extracting(p -> p.selectedPlan().legs().get(0).ride())
                .containsExactly(expected, expected);
        Path again = folder.resolve("again.xml");
        PopulationWriter.write(again, network, persons.iterator());
        List<Person> read = new ArrayList<>();
        new PopulationReader(network, problems).transit(supply).read(again, read::add);
        assertThat(read.get(0)).isEqualTo(persons.get(0));
        assertThat(problems.text()).isEmpty();
    }

    @Test
    void ridesThatNothingServesAreErrors() {
        riders(
                sound(),
                ride("M", "1", "2"),
                ride("L", "2", "1"),
                "<route type=\"default_pt\">{no json</route>");
        assertThat(problems.errors().stream().map(p -> p.id()).toList())
                .containsExactly("CH-TRA-002", "CH-TRA-002", "CH-TRA-002");
        assertThat(problems.text())
                .contains("no line (M)")
                .contains("does not go from stop (2) to stop (1)");
    }

    @Test
    void whereNothingRunsRidesAreTakenAsTheyAre() {
        List<Person> persons = riders(null, ride("M", "x", "y"));
        assertThat(problems.text()).isEmpty();
        assertThat(persons.get(0).selectedPlan().legs().get(0).travelTime()).isEqualTo(120);
    }
}
