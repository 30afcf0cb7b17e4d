package org.chalaco.mobsim.engine;

import java.util.List;
import org.chalaco.mobsim.model.CarFollowingModel;
import org.chalaco.mobsim.model.Idm;
import org.chalaco.mobsim.model.IdmPlus;
import org.chalaco.mobsim.model.Iidm;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;

/** The road and everything on it: what the movers of one run share. */
final class Scene {

    final RoadNetwork network;
    final MobsimParameters parameters;
    final StepClock clock;
    final DriverProfiles profiles;
    final VehicleState state = new VehicleState();
    final Tracks tracks;
    final LaneChoice laneChoice;
    final SignalAspects signals;
    final WaitingPoints waitingPoints;
    final PassingOrder passingOrder;
    final Closures closures;
    final VehicleIndex vehicles = new VehicleIndex(state);
    final Rerouting rerouting;
    final Guidance guidance;
    final RouteStops stops;
    final ApproachLoops loops;
    final CarFollowingModel carFollowing;

    /** Vehicle types that departures may name. */
    final int typeCount;

    /** The same by index. */
    final List<VehicleType> types;

    final RunCounters counters = new RunCounters();

    Scene(
            RoadNetwork network,
            List<SignalSystem> systems,
            List<VehicleType> types,
            MobsimParameters parameters) {
        this.network = network;
        this.parameters = parameters;
        typeCount = types.size();
        this.types = List.copyOf(types);
        clock = new StepClock(parameters.startTime(), parameters.stepMillis());
        profiles = new DriverProfiles(types, parameters.sampleFactor(), parameters.seed());
        tracks = new Tracks(network);
        laneChoice = new LaneChoice(network, tracks);
        closures = new Closures(network);
        rerouting = new Rerouting(this);
        guidance = new Guidance(this);
        stops = new RouteStops(this);
        loops = new ApproachLoops(this);
        laneChoice.heed(stops, closures);
        signals = new SignalAspects(network, systems);
        waitingPoints = new WaitingPoints(network, signals);
        passingOrder = new PassingOrder(this);
        carFollowing =
                switch (parameters.carFollowing()) {
                    case IDM -> new Idm();
                    case IIDM -> new Iidm();
                    case IDM_PLUS -> new IdmPlus();
                };
    }

    /** Desired speed of a vehicle where it is, m/s; lower near a signal, if such zones are set. */
    double desiredSpeed(int slot) {
        int track = state.track[slot];
        double v0 = desiredSpeed(state.profile[slot], track);
        ApproachZones zones = parameters.approachZones();
        if (zones.enabled()
                && tracks.isLane(track)
                && tracks.length[track] - state.position[slot] < zones.slowZone()
                && state.connector[slot] != RoadNetwork.NONE
                && signals.rules(state.connector[slot])) {
            return v0 * zones.slowFactor();
        }
        return v0;
    }

    /** Desired speed of a driver on a track, m/s. */
    double desiredSpeed(int profile, int track) {
        return profiles.desiredSpeed(profile, tracks.speedLimit[track]);
    }

    /** Acceleration with nobody ahead, m/s². */
    double free(int profile, double v, double v0) {
        return carFollowing.acceleration(v, v0, 0, profiles.following[profile]);
    }

    /** Acceleration by the car-following model, m/s². */
    double follow(int profile, double v, double v0, double gap, double closing) {
        return carFollowing.acceleration(v, v0, gap, closing, profiles.following[profile]);
    }

    /** Rear bumper of a vehicle on its track, m; negative while its tail is on the track behind. */
    double rear(int slot) {
        return state.position[slot] - profiles.length[state.profile[slot]];
    }

    /** Room a vehicle takes in a standing queue, m. */
    double jamSpace(int slot) {
        int p = state.profile[slot];
        return profiles.length[p] + profiles.standstillGap[p];
    }
}
