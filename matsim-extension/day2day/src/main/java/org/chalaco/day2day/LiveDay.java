package org.chalaco.day2day;

import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.RunResult;

/**
 * A day on which people act while traffic flows: they depart when their time has come and their
 * vehicle is there, get on and off buses, and the road itself changes. Drives the session of a
 * simulation step by step; everything takes effect at the beginning of a step or where the step
 * asks, in an order that does not depend on threads. Serves one run; not thread-safe.
 */
public final class LiveDay {

    private final DaySetting setting;
    private final TripTable trips;
    private final AgentDay day;
    private final WrongRouteGuide wrongRoutes;
    private final VehiclePlaces vehicles; // null: brought wherever they are needed
    private final Boarding boarding;
    private AgentEventStream stream;
    private MobsimSession session;
    private boolean over;

    LiveDay(
            DaySetting setting,
            TripTable trips,
            AgentDay day,
            TransitTrips transit,
            WrongRouteGuide wrongRoutes) {
        this.setting = setting;
        this.trips = trips;
        this.day = day;
        this.wrongRoutes = wrongRoutes;
        vehicles =
                setting.vehicleBehavior() == VehicleBehavior.TELEPORT
                        ? null
                        : new VehiclePlaces(trips, setting.fleet());
        boarding = new Boarding(trips, transit);
    }

    /** The day's events, told to a sink; people act as they come. */
    AgentEventStream stream(DayEventSink sink) {
        stream = new AgentEventStream(trips, day, sink, new OnTheRoad());
        boarding.tell(stream);
        return stream;
    }

    /**
     * Runs the day.
     *
     * @param simulation with network, signals, types, parameters and sinks, but without departures
     * @param endTime when the day ends at the latest, s since midnight
     */
    public RunResult run(MicroSimulation simulation, double endTime) {
        simulation.stopService(boarding);
        if (!wrongRoutes.isEmpty()) {
            simulation.guide(wrongRoutes);
        }
        try (MobsimSession running = simulation.start()) {
            session = running;
            RoadProgram.Player program =
                    setting.program().player(setting.network(), setting.signals(), running);
            while (running.time() < endTime) {
                program.play(running.time());
                stream.happenUntil(running.time());
                if (running.isEmpty() && !stream.needsRoad()) {
                    break;
                }
                running.step();
            }
            over = true;
            return running.finish();
        }
    }

    /** Where people's plans meet the road. */
    private final class OnTheRoad implements Acting {

        @Override
        public boolean depart(int trip, double time) {
            if (vehicles != null && !day.isRun(trip) && !vehicles.take(trip, firstLink(trip))) {
                if (setting.vehicleBehavior() == VehicleBehavior.EXCEPTION) {
                    throw missing(trip, time);
                }
                vehicles.await(trip);
                return false;
            }
            enter(trip, time);
            return true;
        }

        private void enter(int trip, double time) {
            if (!day.isOnTheSpot(trip) && !over) {
                session.depart(day.departure(trip, Math.max(time, session.time())));
            }
        }

        private int firstLink(int trip) {
            return trips.plan(trip).activities().get(trips.legIndex(trip)).linkIndex();
        }

        private MissingVehicleException missing(int trip, double time) {
            return new MissingVehicleException(
                    "CH-DAY-008 The vehicle (%s) of person (%s) is not on link (%s) at (%s s). Maybe qsim.vehicleBehavior teleport or wait?"
                            .formatted(
                                    vehicles.name(trip),
                                    trips.persons().get(trips.personIndex(trip)).id(),
                                    setting.network().link(firstLink(trip)).id(),
                                    time));
        }

        @Override
        public void ride(int trip, double time) {
            boarding.await(trip, time);
        }

        @Override
        public void crossed(int vehicleIndex) {
            wrongRoutes.crossed(vehicleIndex);
        }

        @Override
        public void ended(int trip, int linkIndex, double time) {
            if (day.isRun(trip)) {
                boarding.over(trip, time);
            } else if (vehicles != null) {
                int waiting = vehicles.park(trip, linkIndex, this::firstLink);
                if (waiting != RoadNetwork.NONE) {
                    vehicles.take(waiting, linkIndex);
                    enter(waiting, time);
                    stream.getIn(waiting, time);
                }
            }
        }

        @Override
        public void removed(int vehicleIndex, double time) {
            if (day.isRun(vehicleIndex)) {
                boarding.over(vehicleIndex, time);
            }
        }
    }
}
