package org.chalaco.day2day;

import java.util.List;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.routing.ActivityPlacement;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * What is the same on all days of a loop.
 *
 * @param network roads
 * @param signals signalised intersections
 * @param fleet who drives what, public transport included
 * @param placement where activities are on the road
 * @param drivers of public transport
 * @param vehicleBehavior what drivers do whose vehicle is elsewhere
 * @param wrongRoutes what becomes of routes that do not hold together
 * @param program what changes on the road
 * @param travelTimeBinSize learned travel times are averaged over this long, s
 */
record DaySetting(
        RoadNetwork network,
        List<SignalSystem> signals,
        Fleet fleet,
        ActivityPlacement placement,
        TransitDrivers drivers,
        VehicleBehavior vehicleBehavior,
        WrongRoutes wrongRoutes,
        RoadProgram program,
        double travelTimeBinSize) {}
