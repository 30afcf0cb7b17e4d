package org.chalaco.app.run;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.app.agents.ControlChoice;
import org.chalaco.app.check.ScenarioChecks;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.road.LinkChange;
import org.chalaco.day2day.road.RoadProgram;
import org.chalaco.day2day.transit.TransitSupply;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.changes.NetworkChangesReader;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.InputFiles;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.config.RunSettings;
import org.chalaco.formats.config.SignalControlSettings;
import org.chalaco.formats.facilities.FacilitiesReader;
import org.chalaco.formats.facilities.Facility;
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
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.scenario.edit.NetworkEdit;

/** Reads a scenario folder, applies what the command line changes, and checks everything. */
public final class ScenarioReader {

    private final Path home;

    /**
     * A reader.
     *
     * @param home where Chalaco is installed: the place of the shipped scenarios
     */
    @Inject
    public ScenarioReader(@Named("chalaco.home") Path home) {
        this.home = home;
    }

    /**
     * Finds the scenario's folder.
     *
     * @throws org.chalaco.formats.InvalidInputException if there is none
     */
    public ScenarioFolder folder(RunRequest request) {
        Problems problems = new Problems();
        Optional<ScenarioFolder> folder =
                ScenarioFolder.find(home, request.scenario(), request.config(), problems);
        problems.throwIfErrors();
        return folder.orElseThrow();
    }

    /**
     * Reads the config and puts what variants and the command line say into it.
     *
     * @throws org.chalaco.formats.InvalidInputException if the file cannot be read
     */
    public Config config(ScenarioFolder folder, RunRequest request) {
        Problems problems = new Problems();
        Config config = ConfigReader.read(folder.config(), problems);
        for (String variant : request.variants()) {
            Optional<Path> overlay = folder.findOverlay(variant);
            if (overlay.isPresent()) {
                config = config.overlaidBy(ConfigReader.read(overlay.get(), problems));
            }
        }
        problems.throwIfErrors();
        for (Map.Entry<String, String> setting : request.settings().entrySet()) {
            int dot = setting.getKey().indexOf('.');
            config =
                    config.with(
                            setting.getKey().substring(0, dot),
                            setting.getKey().substring(dot + 1),
                            setting.getValue());
        }
        return config;
    }

    /**
     * Reads everything else.
     *
     * @param problems takes what is wrong; after errors the scenario is only fit for finding more
     * @return the scenario, or empty if its network could not be read
     */
    Optional<Scenario> read(
            ScenarioFolder folder, Config config, List<String> variants, Problems problems) {
        MobsimParameters mobsim = MobsimConfig.read(config, problems);
        DayToDayParameters loop = DayToDayConfig.read(config, problems);
        ParameterSet drivers = MobsimConfig.readParameterSet(config, problems);
        RunSettings settings = RunSettings.read(config, problems);
        InputFiles files = InputFiles.read(config, problems);
        Vehicles vehicles =
                files.vehicles() == null
                        ? new Vehicles(List.of(), Map.of())
                        : VehiclesReader.read(files.vehicles(), drivers, problems);
        require(files.network(), "network.inputNetworkFile", config, problems);
        require(files.plans(), "plans.inputPlansFile", config, problems);
        if (files.network() == null) {
            return Optional.empty();
        }
        LaneDefinitions lanes =
                files.lanes() == null
                        ? LaneDefinitions.NONE
                        : LanesReader.read(files.lanes(), problems);
        RoadNetwork given = new NetworkReader(problems).lanes(lanes).readNetwork(files.network());
        if (given.linkCount() == 0) {
            return Optional.empty();
        }
        RoadNetwork network = edited(given, folder, variants, problems);
        TransitSupply transit =
                files.transit() == null
                        ? TransitSupply.NONE
                        : TransitScheduleReader.read(files.transit(), network, drivers, problems);
        List<Person> persons = new ArrayList<>();
        if (files.plans() != null) {
            // Read against the unedited network: what a variant closes is not a mistake in the
            // file.
            new PopulationReader(given, problems)
                    .facilities(facilities(files, given, problems))
                    .wrongRoutes(settings.wrongRoutes())
                    .transit(files.transit() == null ? null : transit)
                    .read(files.plans(), persons::add);
        }
        List<Person> open = withoutClosedRoutes(persons, network);
        SignalDay signals =
                files.signals() == null
                        ? new SignalDay(List.of(), List.of())
                        : SignalsReader.readDay(
                                files.signals(), network, lanes, mobsim.startTime(), problems);
        List<LinkChange> changes =
                files.changes() == null
                        ? List.of()
                        : NetworkChangesReader.read(files.changes(), network, problems);
        ScenarioChecks.check(
                network, open, signals.systems(), mobsim, loop.routing().networkModes(), problems);
        ControlChoice control =
                ControlChoice.read(
                        SignalControlSettings.read(config, problems), signals.systems(), problems);
        return Optional.of(
                new Scenario(
                        folder,
                        variants,
                        config,
                        settings,
                        files,
                        mobsim,
                        loop,
                        network,
                        open,
                        vehicles,
                        fleet(settings, vehicles, drivers, open, problems).with(transit),
                        signals.systems(),
                        control,
                        transit,
                        // plans by the time of day would take signals from who controls them
                        new RoadProgram(changes, control.isPlans() ? signals.changes() : List.of()),
                        StationCounts.read(files, config, given, problems),
                        ScenarioFacts.read(folder, problems)));
    }

    private static Map<String, Facility> facilities(
            InputFiles files, RoadNetwork network, Problems problems) {
        return files.facilities() == null
                ? Map.of()
                : FacilitiesReader.read(files.facilities(), network, problems);
    }

    private static void require(Path file, String parameter, Config config, Problems problems) {
        int dot = parameter.indexOf('.');
        boolean given =
                config.find(parameter.substring(0, dot), parameter.substring(dot + 1)).isPresent();
        if (file == null && !given) {
            problems.error(
                    ProblemType.MISSING_FILE,
                    config.file().toString(),
                    "The config names no file in %s.".formatted(parameter),
                    "Maybe add the parameter?");
        }
    }

    private static Fleet fleet(
            RunSettings settings,
            Vehicles vehicles,
            ParameterSet drivers,
            List<Person> persons,
            Problems problems) {
        Fleet cars = Fleet.of(drivers.type(VehicleClass.CAR));
        if (vehicles.types().isEmpty()) {
            return cars;
        }
        return switch (settings.vehiclesSource()) {
            case DEFAULT_VEHICLE -> cars;
            case MODE_VEHICLE_TYPES -> Fleet.byMode(vehicles.types());
            case FROM_VEHICLES_DATA ->
                    new Fleet(
                            vehicles.types(),
                            Fleet.Source.FROM_VEHICLES_DATA,
                            vehicles.typeOfVehicle(),
                            PersonVehicles.read(
                                    persons, vehicles, settings.vehicleBehavior(), problems));
        };
    }

    private static RoadNetwork edited(
            RoadNetwork network, ScenarioFolder folder, List<String> variants, Problems problems) {
        RoadNetwork edited = network;
        for (String variant : variants) {
            Optional<Path> file = folder.findEdits(variant);
            if (file.isEmpty()) {
                if (folder.findOverlay(variant).isEmpty()) {
                    addUnknownVariant(folder, variant, problems);
                }
                continue;
            }
            try {
                edited = NetworkEdit.read(file.get(), edited).apply(edited);
            } catch (InvalidInputException e) {
                e.problems().errors().forEach(problems::add);
            }
        }
        return edited;
    }

    private static void addUnknownVariant(
            ScenarioFolder folder, String variant, Problems problems) {
        List<String> known = folder.listVariants();
        problems.add(
                ProblemType.UNKNOWN_VARIANT.error(
                        "--variant",
                        variant,
                        "Scenario (%s) has no variant (%s).".formatted(folder.name(), variant),
                        known.isEmpty()
                                ? "Maybe run it without --variant?"
                                : NearestName.find(variant, known)
                                        .map("Maybe %s?"::formatted)
                                        .orElse("Maybe one of %s?".formatted(known))));
    }

    /** A route over a link that a variant closed is forgotten, so that another one is found. */
    private static List<Person> withoutClosedRoutes(List<Person> persons, RoadNetwork network) {
        List<Person> changed = new ArrayList<>(persons.size());
        for (Person person : persons) {
            List<Plan> plans = new ArrayList<>(person.plans().size());
            boolean same = true;
            for (Plan plan : person.plans()) {
                Plan open = withoutClosedRoutes(plan, network);
                same &= open == plan;
                plans.add(open);
            }
            changed.add(same ? person : person.withPlans(plans, person.selected()));
        }
        return changed;
    }

    private static Plan withoutClosedRoutes(Plan plan, RoadNetwork network) {
        List<Leg> legs = new ArrayList<>(plan.legs());
        boolean same = true;
        for (int k = 0; k < legs.size(); k++) {
            if (usesClosedLink(legs.get(k), network)) {
                legs.set(k, Leg.unrouted(legs.get(k).mode()));
                same = false;
            }
        }
        return same ? plan : plan.withLegs(legs);
    }

    private static boolean usesClosedLink(Leg leg, RoadNetwork network) {
        if (leg.route() == null) {
            return false;
        }
        for (int k = 0; k < leg.route().size(); k++) {
            if (!network.link(leg.route().link(k)).modes().contains(leg.mode())) {
                return true;
            }
        }
        return false;
    }
}
