package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.chalaco.contract.RecordedEvent.ARRIVAL;
import static org.chalaco.contract.RecordedEvent.AT_STOP;
import static org.chalaco.contract.RecordedEvent.DEPARTURE;
import static org.chalaco.contract.RecordedEvent.DRIVER_STARTS;
import static org.chalaco.contract.RecordedEvent.ENTERED_LINK;
import static org.chalaco.contract.RecordedEvent.ENTERS_TRAFFIC;
import static org.chalaco.contract.RecordedEvent.ENTERS_VEHICLE;
import static org.chalaco.contract.RecordedEvent.LEAVES_STOP;
import static org.chalaco.contract.RecordedEvent.LEAVES_TRAFFIC;
import static org.chalaco.contract.RecordedEvent.LEAVES_VEHICLE;
import static org.chalaco.contract.RecordedEvent.LEFT_LINK;
import static org.chalaco.contract.RecordedEvent.WAITS_FOR_BUS;

import java.util.List;

/** Behaviour 22: a bus line with three stops, on a road of four links. */
interface TransitContract extends ContractCase {

    double SEVEN = 7 * 3600;

    private static ScenarioFiles busLine(boolean blocking) {
        return ScenarioFiles.straight(10, 200, 300, 300, 300)
                .set("transit", "useTransit", "true")
                .set("transit", "transitScheduleFile", "schedule.xml")
                .set("transit", "vehiclesFile", "transit_vehicles.xml")
                .file("schedule.xml", SCHEDULE.formatted(blocking, blocking, blocking))
                .file("transit_vehicles.xml", BUS);
    }

    private static Traveller passenger(String id, double departure) {
        return Traveller.named(id)
                .home("2", departure)
                .walks("pt", "2", "2", 10, 10)
                .at("pt interaction", "2", departure)
                .rides(RIDE)
                .atFor("pt interaction", "4", 0)
                .walks("pt", "4", "4", 10, 10)
                .at("work", "4");
    }

    @Holds(Behaviour.TRANSIT_EVENTS)
    default void aBusServesItsStopsInOrder() {
        RecordedRun run = run(busLine(true).person(passenger("p", SEVEN - 600)));

        assertThat(run.ofType(AT_STOP))
                .extracting(event -> event.get("facility"))
                .containsExactly("A", "B", "C");
        assertThat(run.ofType(LEAVES_STOP))
                .extracting(event -> event.get("facility"))
                .containsExactly("A", "B", "C");
        for (int k = 0; k < 3; k++) {
            assertThat(run.ofType(LEAVES_STOP).get(k).time())
                    .isGreaterThanOrEqualTo(run.ofType(AT_STOP).get(k).time());
        }
        assertThat(run.ofType(AT_STOP).get(0).time()).isGreaterThanOrEqualTo(SEVEN);
    }

    @Holds(Behaviour.TRANSIT_EVENTS)
    default void whoWaitsIsTakenAlong() {
        RecordedRun run = run(busLine(true).person(passenger("p", SEVEN - 600)));

        double arrived = run.ofType(AT_STOP).get(0).time();
        double left = run.ofType(LEAVES_STOP).get(0).time();
        assertThat(run.time("p", WAITS_FOR_BUS)).isLessThan(arrived);
        assertThat(run.time("p", ENTERS_VEHICLE)).isBetween(arrived, left);
        assertThat(run.time("p", LEAVES_VEHICLE))
                .isGreaterThanOrEqualTo(run.ofType(AT_STOP).get(2).time());
        List<RecordedEvent> arrivals = run.list(e -> e.is("arrival") && e.person().equals("p"));
        assertThat(arrivals).hasSize(3);
    }

    @Holds(Behaviour.TRANSIT_EVENTS)
    default void aDriverHasMatsimsEvents() {
        RecordedRun run = run(busLine(true).person(passenger("p", SEVEN - 600)));

        RecordedEvent start = run.ofType(DRIVER_STARTS).get(0);
        assertThat(start.get("driverId")).isEqualTo("pt_bus1_bus");
        assertThat(start.get("vehicleId")).isEqualTo("bus1");
        assertThat(start.get("transitLineId")).isEqualTo("line");
        assertThat(start.get("transitRouteId")).isEqualTo("route");
        assertThat(start.get("departureId")).isEqualTo("d");
        assertThat(start.time()).isEqualTo(SEVEN);
        assertThat(
                        run
                                .list(
                                        e ->
                                                e.is(DRIVER_STARTS)
                                                        || e.person().equals("pt_bus1_bus")
                                                        || e.vehicle().equals("bus1")
                                                                && !e.person().equals("p"))
                                .stream()
                                .map(RecordedEvent::type))
                .containsExactly(
                        DRIVER_STARTS,
                        DEPARTURE,
                        ENTERS_VEHICLE,
                        ENTERS_TRAFFIC,
                        LEFT_LINK,
                        ENTERED_LINK,
                        AT_STOP,
                        LEAVES_STOP,
                        LEFT_LINK,
                        ENTERED_LINK,
                        AT_STOP,
                        LEAVES_STOP,
                        LEFT_LINK,
                        ENTERED_LINK,
                        AT_STOP,
                        LEAVES_STOP,
                        LEAVES_TRAFFIC,
                        LEAVES_VEHICLE,
                        ARRIVAL);
        RecordedEvent stop = run.ofType(AT_STOP).get(1);
        double late = stop.time() - (SEVEN + 60);
        assertThat(Double.parseDouble(stop.get("delay"))).isCloseTo(late, within(1e-6));
    }

    @Holds(Behaviour.TRANSIT_EVENTS)
    default void whoChangesWaitsForTheNextBus() {
        Traveller changes =
                Traveller.named("p")
                        .home("2", SEVEN - 600)
                        .walks("pt", "2", "2", 10, 10)
                        .at("pt interaction", "2", SEVEN - 600)
                        .rides(
                                RIDE.replace("\"C\"", "\"B\"")
                                        .replace("end_link=\"4\"", "end_link=\"3\""))
                        .atFor("pt interaction", "3", 0)
                        .rides(
                                RIDE.replace("\"A\"", "\"B\"")
                                        .replace("start_link=\"2\"", "start_link=\"3\"")
                                        .replace("\"line\"", "\"other\""))
                        .atFor("pt interaction", "4", 0)
                        .walks("pt", "4", "4", 10, 10)
                        .at("work", "4");
        String second =
                SCHEDULE.substring(
                                SCHEDULE.indexOf("  <transitLine"),
                                SCHEDULE.indexOf("</transitSchedule>"))
                        .replace("id=\"line\"", "id=\"other\"")
                        .replace("07:00:00", "07:10:00")
                        .replace("bus1", "bus2");
        ScenarioFiles lines =
                busLine(true)
                        .person(changes)
                        .file(
                                "schedule.xml",
                                SCHEDULE.replace(
                                                "</transitSchedule>", second + "</transitSchedule>")
                                        .replace("isBlocking=\"%s\"", "isBlocking=\"true\""))
                        .file(
                                "transit_vehicles.xml",
                                BUS.replace(
                                        "<vehicle id=\"bus1\"",
                                        "<vehicle id=\"bus2\" type=\"bus\"/><vehicle id=\"bus1\""));
        RecordedRun run = run(lines);

        assertThat(run.list(e -> e.is(ENTERS_VEHICLE) && e.person().equals("p")))
                .extracting(RecordedEvent::vehicle)
                .containsExactly("bus1", "bus2");
        List<RecordedEvent> waits =
                run.list(e -> e.is(WAITS_FOR_BUS) && e.get("agent").equals("p"));
        assertThat(waits).extracting(e -> e.get("atStop")).containsExactly("A", "B");
        assertThat(waits).extracting(e -> e.get("destinationStop")).containsExactly("B", "C");
        assertThat(run.list(e -> e.is(ARRIVAL) && e.person().equals("p"))).hasSize(4);
    }

    @Holds(Behaviour.TRANSIT_BLOCKING)
    default void aBusInItsLaneHoldsUpThoseBehind() {
        double blocked = exitOfFollower(true);
        double free = exitOfFollower(false);

        // twenty passengers take a second each to board
        assertThat(blocked - free).isGreaterThan(5);
    }

    /** When a car leaves the second link that came close behind the bus. */
    private double exitOfFollower(boolean blocking) {
        ScenarioFiles line = busLine(blocking);
        for (int k = 0; k < 20; k++) {
            line.person(passenger("p%02d".formatted(k), SEVEN - 600));
        }
        line.person(Traveller.named("car").home("1", SEVEN + 8).drives("1 2 3 4").at("work", "4"));
        return run(line).exits("car", "2").get(0);
    }

    String RIDE =
            """
                  <leg mode="pt">
                    <attributes><attribute name="routingMode" class="java.lang.String">pt</attribute></attributes>
                    <route type="default_pt" start_link="2" end_link="4" trav_time="00:02:00" distance="600.0">{"transitRouteId":"route","boardingTime":"undefined","transitLineId":"line","accessFacilityId":"A","egressFacilityId":"C"}</route>
                  </leg>
            """;

    String SCHEDULE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE transitSchedule SYSTEM "http://www.matsim.org/files/dtd/transitSchedule_v2.dtd">
            <transitSchedule>
              <transitStops>
                <stopFacility id="A" x="450.0" y="0.0" linkRefId="2" isBlocking="%s"/>
                <stopFacility id="B" x="750.0" y="0.0" linkRefId="3" isBlocking="%s"/>
                <stopFacility id="C" x="1050.0" y="0.0" linkRefId="4" isBlocking="%s"/>
              </transitStops>
              <transitLine id="line">
                <transitRoute id="route">
                  <transportMode>bus</transportMode>
                  <routeProfile>
                    <stop refId="A" departureOffset="00:00:00" awaitDeparture="false"/>
                    <stop refId="B" arrivalOffset="00:01:00" departureOffset="00:01:00" awaitDeparture="false"/>
                    <stop refId="C" arrivalOffset="00:02:00" awaitDeparture="false"/>
                  </routeProfile>
                  <route>
                    <link refId="1"/>
                    <link refId="2"/>
                    <link refId="3"/>
                    <link refId="4"/>
                  </route>
                  <departures>
                    <departure id="d" departureTime="07:00:00" vehicleRefId="bus1"/>
                  </departures>
                </transitRoute>
              </transitLine>
            </transitSchedule>
            """;

    String BUS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <vehicleDefinitions xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/vehicleDefinitions_v2.0.xsd">
              <vehicleType id="bus">
                <capacity seats="40" standingRoomInPersons="20"/>
                <length meter="12.0"/>
                <width meter="2.5"/>
                <maximumVelocity meterPerSecond="20.0"/>
                <passengerCarEquivalents pce="3.0"/>
                <networkMode networkMode="car"/>
              </vehicleType>
              <vehicle id="bus1" type="bus"/>
            </vehicleDefinitions>
            """;
}
