package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.routing.TravelTimeCollector;
import org.chalaco.day2day.routing.TravelTimes;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.run.RunResult;

/**
 * Carries out one day: with departures that the mobsim knows beforehand or, where people act while
 * traffic flows, as a {@link LiveDay}. Both give the same events, bit for bit, where both can.
 */
final class DayRunner {

    /**
     * What a day came to.
     *
     * @param run in numbers
     * @param experienced trips of travellers
     * @param learned travel times of links
     */
    record Outcome(RunResult run, ExperiencedTrips experienced, TravelTimes learned) {}

    private final DaySetting setting;
    private final MobsimRunner mobsim;

    DayRunner(DaySetting setting, MobsimRunner mobsim) {
        this.setting = setting;
        this.mobsim = mobsim;
    }

    /**
     * The trips of a day: those of travellers, behind them those of drivers of public transport.
     */
    TripTable trips(List<Person> travellers) {
        if (setting.drivers().persons().isEmpty()) {
            return TripTable.of(travellers);
        }
        List<Person> all = new ArrayList<>(travellers);
        all.addAll(setting.drivers().persons());
        return TripTable.of(all);
    }

    /** The day of all of them. */
    AgentDay day(TripTable trips, int travellers) {
        return new AgentDay(
                        trips,
                        setting.fleet(),
                        setting.placement(),
                        mobsim.startTime(),
                        mobsim.endTime())
                .with(transit(trips, travellers));
    }

    private TransitTrips transit(TripTable trips, int travellers) {
        return new TransitTrips(trips, travellers, setting.drivers(), setting.placement());
    }

    /** Runs a day. */
    Outcome run(int iteration, List<Person> travellers, IterationListener listener) {
        TripTable trips = trips(travellers);
        AgentDay day = day(trips, travellers.size());
        WrongRouteGuide wrong = null;
        if (setting.wrongRoutes() == WrongRoutes.REMOVE) {
            wrong = new WrongRouteGuide(setting.network(), trips);
            day.with(wrong);
        }
        DayEventSink sink = listener.events(iteration, trips);
        TravelTimeCollector collector =
                new TravelTimeCollector(setting.network(), setting.travelTimeBinSize());
        EventSink learning = withoutRuns(collector, trips, travellers.size());
        AgentEventStream stream;
        RunResult driven;
        if (isLive(wrong)) {
            WrongRouteGuide guide = wrong == null ? noneWrong() : wrong;
            LiveDay live =
                    new LiveDay(setting, trips, day, transit(trips, travellers.size()), guide);
            stream = live.stream(sink);
            driven = mobsim.run(setting.fleet().types(), live, EventSink.fanOut(learning, stream));
        } else {
            stream = new AgentEventStream(trips, day, sink);
            driven =
                    mobsim.run(
                            setting.fleet().types(),
                            day.firstDepartures(),
                            day,
                            EventSink.fanOut(learning, stream));
        }
        stream.finish(mobsim.endTime());
        RunResult run = stream.withOnTheSpot(driven);
        return new Outcome(
                run, stream.experienced(TripTable.of(travellers)), collector.finish(run.endTime()));
    }

    private WrongRouteGuide noneWrong() {
        return new WrongRouteGuide(setting.network(), TripTable.of(List.of()));
    }

    private boolean isLive(WrongRouteGuide wrong) {
        return setting.vehicleBehavior() != VehicleBehavior.TELEPORT
                || setting.drivers().offered()
                || !setting.program().isEmpty()
                || wrong != null && !wrong.isEmpty();
    }

    /** Buses stand at stops: other drivers learn nothing from that. */
    private EventSink withoutRuns(EventSink collector, TripTable trips, int travellers) {
        if (trips.persons().size() == travellers) {
            return collector;
        }
        int firstRun = trips.firstTrip(travellers);
        return event -> {
            if (vehicle(event) < firstRun) {
                collector.accept(event);
            }
        };
    }

    private static int vehicle(TrafficEvent event) {
        if (event instanceof TrafficEvent.LinkLeave e) {
            return e.vehicleIndex();
        } else if (event instanceof TrafficEvent.LinkEnter e) {
            return e.vehicleIndex();
        } else if (event instanceof TrafficEvent.VehicleEntersTraffic e) {
            return e.vehicleIndex();
        } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
            return e.vehicleIndex();
        } else if (event instanceof TrafficEvent.VehicleStuck e) {
            return e.vehicleIndex();
        }
        return 0;
    }
}
