package org.chalaco.formats.events;

/** MATSim's names of events and what stands between their values, in MATSim's order. */
final class EventVocabulary {

    static final byte[] ACTIVITY_END = EventLines.type("actend", "person");
    static final byte[] ACTIVITY_START = EventLines.type("actstart", "person");
    static final byte[] DEPARTURE = EventLines.type("departure", "person");
    static final byte[] ARRIVAL = EventLines.type("arrival", "person");
    static final byte[] PERSON_ENTERS_VEHICLE = EventLines.type("PersonEntersVehicle", "person");
    static final byte[] PERSON_LEAVES_VEHICLE = EventLines.type("PersonLeavesVehicle", "person");
    static final byte[] ENTERS_TRAFFIC = EventLines.type("vehicle enters traffic", "person");
    static final byte[] LEAVES_TRAFFIC = EventLines.type("vehicle leaves traffic", "person");
    static final byte[] LEFT_LINK = EventLines.type("left link", "link");
    static final byte[] ENTERED_LINK = EventLines.type("entered link", "link");
    static final byte[] TRAVELLED = EventLines.type("travelled", "person");
    static final byte[] STUCK = EventLines.type("stuckAndAbort", "person");
    static final byte[] VEHICLE_ABORTS = EventLines.type("vehicle aborts", "link");
    static final byte[] SIGNAL_STATE =
            EventLines.type("signalGroupStateChangedEvent", "signalSystemId");

    static final byte[] DRIVER_STARTS = EventLines.type("TransitDriverStarts", "driverId");
    static final byte[] ARRIVES_AT_STOP = EventLines.type("VehicleArrivesAtFacility", "vehicle");
    static final byte[] DEPARTS_AT_STOP = EventLines.type("VehicleDepartsAtFacility", "vehicle");
    static final byte[] WAITING = EventLines.type("waitingForPt", "person");

    static final byte[] VEHICLE_ID = EventLines.attribute("vehicleId");
    static final byte[] TRANSIT_LINE = EventLines.attribute("transitLineId");
    static final byte[] TRANSIT_ROUTE = EventLines.attribute("transitRouteId");
    static final byte[] DEPARTURE_ID = EventLines.attribute("departureId");
    static final byte[] FACILITY = EventLines.attribute("facility");
    static final byte[] DELAY = EventLines.attribute("delay");
    static final byte[] AGENT = EventLines.attribute("agent");
    static final byte[] AT_STOP = EventLines.attribute("atStop");
    static final byte[] DESTINATION_STOP = EventLines.attribute("destinationStop");
    static final byte[] LINK = EventLines.attribute("link");
    static final byte[] X = EventLines.attribute("x");
    static final byte[] Y = EventLines.attribute("y");
    static final byte[] ACTIVITY_TYPE = EventLines.attribute("actType");
    static final byte[] LEG_MODE = EventLines.attribute("legMode");
    static final byte[] ROUTING_MODE = EventLines.attribute("computationalRoutingMode");
    static final byte[] VEHICLE = EventLines.attribute("vehicle");
    static final byte[] NETWORK_MODE = EventLines.attribute("networkMode");
    static final byte[] POSITION = EventLines.attribute("relativePosition");
    static final byte[] DISTANCE = EventLines.attribute("distance");
    static final byte[] MODE = EventLines.attribute("mode");
    static final byte[] SIGNAL_GROUP = EventLines.attribute("signalGroupId");
    static final byte[] STATE = EventLines.attribute("signalGroupState");

    private EventVocabulary() {}
}
