package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.od.TimeProfile;
import org.chalaco.scenario.table.Assumptions;

/**
 * The tables of {@code data/}, read and checked: intersections, segments, repairs, districts,
 * zones, gateways, time profiles, vehicle types, transit lines and assumptions. Immutable.
 */
record CallaoFacts(
        Map<String, Intersection> intersections,
        List<Segment> segments,
        List<Repair> repairs,
        Map<String, District> districts,
        List<Zone> zones,
        List<Gateway> gateways,
        Map<String, TimeProfile> profiles,
        List<TypeRow> types,
        List<TransitLine> lines,
        Set<String> linksWithoutDoors,
        Assumptions assumptions) {

    /** A place where streets meet; signals are yes, likely, unknown or no. */
    record Intersection(
            String id,
            String name,
            double x,
            double y,
            String kind,
            String signals,
            String signalsCertainty,
            String source,
            String certainty) {}

    /** A street between two intersections; {@code oneWay} leads from {@code from} to {@code to}. */
    record Segment(
            String street,
            String from,
            String to,
            double length,
            String roadClass,
            boolean oneWay,
            int lanes,
            String lanesCertainty,
            double osmSpeedKmh,
            String source,
            String certainty,
            String remark) {}

    /** A correction of the facts, with its reason. */
    record Repair(
            String action,
            String street,
            String from,
            String to,
            double length,
            String roadClass,
            boolean oneWay,
            int lanes,
            String lanesCertainty,
            String reason,
            String source,
            String certainty) {}

    /** A district and how many of its people live where this network reaches. */
    record District(String name, double population, double shareInNetwork) {}

    /** An intersection whose surroundings produce and attract trips. */
    record Zone(
            String intersection,
            String district,
            double home,
            double job,
            double school,
            double freight) {}

    /** Where the world goes on: private vehicles per hour at the peak. */
    record Gateway(String intersection, double enteringPeak, double leavingPeak) {}

    /** A vehicle type and its mean driver. */
    record TypeRow(
            String id,
            VehicleClass vehicleClass,
            double length,
            double maxSpeedKmh,
            double pcu,
            double speedFactor,
            double timeGap,
            double standstillGap,
            double maxAcceleration,
            double comfortableDeceleration,
            double politeness) {}

    /** A corridor served by vehicles per hour and direction of three types. */
    record TransitLine(
            String id, List<String> stops, double combis, double minibuses, double buses) {}

    static final List<String> CLASSES =
            List.of("trunk", "primary", "secondary", "tertiary", "residential");

    /**
     * Reads all tables of a folder.
     *
     * @throws org.chalaco.formats.InvalidInputException with all problems of all tables
     */
    static CallaoFacts read(Path data) {
        Problems problems = new Problems();
        FactsReader reader = new FactsReader(data, problems);
        CallaoFacts facts =
                new CallaoFacts(
                        reader.intersections(),
                        reader.segments(),
                        reader.repairs(),
                        reader.districts(),
                        reader.zones(),
                        reader.gateways(),
                        reader.profiles(),
                        reader.types(),
                        reader.lines(),
                        reader.linksWithoutDoors(),
                        Assumptions.read(data.resolve("assumptions.csv"), problems));
        reader.checkPlaces();
        problems.throwIfErrors();
        return facts;
    }

    /** The same facts with one other assumption. */
    CallaoFacts with(String key, double value) {
        return new CallaoFacts(
                intersections,
                segments,
                repairs,
                districts,
                zones,
                gateways,
                profiles,
                types,
                lines,
                linksWithoutDoors,
                assumptions.with(key, value));
    }
}
