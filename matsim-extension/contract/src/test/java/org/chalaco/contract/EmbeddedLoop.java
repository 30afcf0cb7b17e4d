package org.chalaco.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.IterationListener;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.road.LinkChange;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.formats.changes.NetworkChangesReader;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.InputFiles;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.config.RunSettings;
import org.chalaco.formats.events.EventsReader;
import org.chalaco.formats.events.EventsWriter;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.lanes.LanesReader;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.signals.SignalDay;
import org.chalaco.formats.signals.SignalsReader;
import org.chalaco.formats.transit.TransitScheduleReader;
import org.chalaco.formats.vehicles.PersonVehicles;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * The embedded day-to-day loop, fed by our own readers, every invariant checked in every step. What
 * it writes to the events file is compared with what it told meanwhile.
 */
final class EmbeddedLoop implements MobsimUnderTest {

    @Override
    public String name() {
        return "embedded loop";
    }

    @Override
    public void run(Path folder, RunListener listener) {
        Problems problems = new Problems();
        try {
            run(folder, problems, listener);
        } finally {
            problems.warnings().stream().map(Problem::message).forEach(listener::warning);
            problems.errors().stream().map(Problem::message).forEach(listener::warning);
        }
    }

    private static void run(Path folder, Problems problems, RunListener listener) {
        Config config = ConfigReader.read(folder.resolve("config.xml"), problems);
        MobsimParameters mobsim = MobsimConfig.read(config, problems).withCheckMode(CheckMode.FULL);
        RunSettings settings = RunSettings.read(config, problems);
        InputFiles files = InputFiles.read(config, problems);
        LaneDefinitions lanes =
                files.lanes() == null
                        ? LaneDefinitions.NONE
                        : LanesReader.read(files.lanes(), problems);
        RoadNetwork network = new NetworkReader(problems).lanes(lanes).readNetwork(files.network());
        TransitSupply transit =
                files.transit() == null
                        ? TransitSupply.NONE
                        : TransitScheduleReader.read(
                                files.transit(), network, ParameterSet.CITY_TREIBER, problems);
        List<Person> persons = new ArrayList<>();
        new PopulationReader(network, problems)
                .wrongRoutes(settings.wrongRoutes())
                .transit(transit)
                .read(files.plans(), persons::add);
        Vehicles vehicles = VehiclesReader.read(files.vehicles(), problems);
        SignalDay signals =
                files.signals() == null
                        ? new SignalDay(List.of(), List.of())
                        : SignalsReader.readDay(
                                files.signals(), network, lanes, mobsim.startTime(), problems);
        List<LinkChange> changes =
                files.changes() == null
                        ? List.of()
                        : NetworkChangesReader.read(files.changes(), network, problems);
        Map<String, Map<String, String>> own = PersonVehicles.read(persons, vehicles, problems);
        Fleet fleet = fleet(settings, vehicles, own);
        DayToDay loop =
                DayToDay.on(network)
                        .persons(persons)
                        .fleet(fleet)
                        .vehicleBehavior(settings.vehicleBehavior())
                        .wrongRoutes(settings.wrongRoutes())
                        .transit(transit)
                        .road(new RoadProgram(changes, signals.changes()))
                        .signals(signals.systems())
                        .parameters(DayToDayConfig.read(config, problems))
                        .mobsim(new MicroSimulationRunner(network, signals.systems(), mobsim));
        problems.throwIfErrors();
        Fleet all = fleet.with(transit);
        Recording recording =
                new Recording(folder.resolve("events.xml"), network, signals.systems(), all);
        loop.listener(recording.tellingTo(listener)).run();
        recording.compare();
    }

    private static Fleet fleet(
            RunSettings settings, Vehicles vehicles, Map<String, Map<String, String>> own) {
        return switch (settings.vehiclesSource()) {
            case DEFAULT_VEHICLE -> Fleet.of(VehicleType.CAR);
            case MODE_VEHICLE_TYPES -> Fleet.byMode(vehicles.types());
            case FROM_VEHICLES_DATA ->
                    new Fleet(
                            vehicles.types(),
                            Fleet.Source.FROM_VEHICLES_DATA,
                            vehicles.typeOfVehicle(),
                            own);
        };
    }

    /** Events told while they happen, and the same written to a file. */
    private static final class Recording implements IterationListener {
        private final Path file;
        private final RoadNetwork network;
        private final List<SignalSystem> signals;
        private final Fleet fleet;
        private final List<RecordedEvent> told = new ArrayList<>();
        private RunListener listener;
        private EventsWriter writer;

        Recording(Path file, RoadNetwork network, List<SignalSystem> signals, Fleet fleet) {
            this.fleet = fleet;
            this.file = file;
            this.network = network;
            this.signals = signals;
        }

        Recording tellingTo(RunListener somebody) {
            listener =
                    new RunListener() {
                        @Override
                        public void event(RecordedEvent event) {
                            told.add(event);
                            somebody.event(event);
                        }

                        @Override
                        public void warning(String message) {
                            somebody.warning(message);
                        }
                    };
            return this;
        }

        @Override
        public DayEventSink events(int iteration, TripTable trips) {
            writer = EventsWriter.create(file, network, signals, trips, fleet);
            return DayEventSink.fanOut(
                    writer, new LiveEvents(network, signals, trips, fleet, listener));
        }

        /** What stands in the file must be what was told. */
        void compare() {
            writer.commit();
            Problems problems = new Problems();
            List<RecordedEvent> written = new ArrayList<>();
            EventsReader.read(
                    file,
                    problems,
                    e -> written.add(new RecordedEvent(e.time(), e.type(), e.attributes())));
            problems.throwIfErrors();
            for (int k = 0; k < Math.max(told.size(), written.size()); k++) {
                RecordedEvent first = k < told.size() ? told.get(k) : null;
                RecordedEvent second = k < written.size() ? written.get(k) : null;
                if (first == null || !same(first, second)) {
                    throw new AssertionError("told %s, written %s".formatted(first, second));
                }
            }
        }

        private static boolean same(RecordedEvent told, RecordedEvent written) {
            return written != null
                    && told.type().equals(written.type())
                    && Math.abs(told.time() - written.time()) < 1e-3
                    && told.attributes().keySet().equals(written.attributes().keySet())
                    && told.attributes().keySet().stream()
                            .allMatch(key -> same(told.get(key), written.get(key)));
        }

        /** The same text, or nearly the same number. */
        private static boolean same(String told, String written) {
            boolean number = told.matches("-?[0-9]+\\.[0-9E-]+");
            return number
                    ? Math.abs(Double.parseDouble(told) - Double.parseDouble(written)) < 1e-6
                    : told.equals(written);
        }
    }
}
