package org.chalaco.app.run;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.app.check.CheckedProblem;
import org.chalaco.app.check.ScenarioChecks;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.lanes.LanesReader;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
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
     * Reads the config and puts the command line's settings into it.
     *
     * @throws org.chalaco.formats.InvalidInputException if the file cannot be read
     */
    public Config config(ScenarioFolder folder, RunRequest request) {
        Problems problems = new Problems();
        Config config = ConfigReader.read(folder.config(), problems);
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
    public Optional<Scenario> read(
            ScenarioFolder folder, Config config, List<String> variants, Problems problems) {
        MobsimParameters mobsim = MobsimConfig.read(config, problems);
        DayToDayParameters loop = DayToDayConfig.read(config, problems);
        Vehicles vehicles = vehicles(config, problems);
        Optional<RoadNetwork> given = network(config, problems);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        RoadNetwork network = edited(given.get(), folder, variants, problems);
        List<Person> persons = withoutClosedRoutes(persons(config, network, problems), network);
        List<SignalSystem> signals = SignalFiles.read(config, network, problems);
        ScenarioChecks.check(
                network, persons, signals, mobsim, loop.routing().networkModes(), problems);
        return Optional.of(
                new Scenario(
                        folder,
                        variants,
                        config,
                        mobsim,
                        loop,
                        network,
                        persons,
                        vehicles,
                        fleet(config, vehicles, problems),
                        signals));
    }

    private static Optional<RoadNetwork> network(Config config, Problems problems) {
        Optional<Path> file = requireFile(config, "network", "inputNetworkFile", problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LaneDefinitions lanes =
                findFile(config, "network", "laneDefinitionsFile", problems)
                        .map(f -> LanesReader.read(f, problems))
                        .orElse(LaneDefinitions.NONE);
        RoadNetwork network = new NetworkReader(problems).lanes(lanes).readNetwork(file.get());
        return network.linkCount() == 0 ? Optional.empty() : Optional.of(network);
    }

    private static List<Person> persons(Config config, RoadNetwork network, Problems problems) {
        List<Person> persons = new ArrayList<>();
        requireFile(config, "plans", "inputPlansFile", problems)
                .ifPresent(f -> new PopulationReader(network, problems).read(f, persons::add));
        return persons;
    }

    private static Vehicles vehicles(Config config, Problems problems) {
        return findFile(config, "vehicles", "vehiclesFile", problems)
                .map(f -> VehiclesReader.read(f, problems))
                .orElse(new Vehicles(List.of(), Map.of()));
    }

    private static Fleet fleet(Config config, Vehicles vehicles, Problems problems) {
        String given = config.find("qsim", "vehiclesSource").orElse("defaultVehicle");
        Optional<Fleet.Source> source =
                Arrays.stream(Fleet.Source.values())
                        .filter(s -> s.fileName().equals(given))
                        .findFirst();
        if (source.isEmpty()) {
            List<String> known =
                    Arrays.stream(Fleet.Source.values()).map(Fleet.Source::fileName).toList();
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    config.file().toString(),
                    "The value (%s) of qsim.vehiclesSource is none of %s.".formatted(given, known),
                    NearestName.remedy(given, known));
            return Fleet.of(VehicleType.CAR);
        }
        if (source.get() == Fleet.Source.DEFAULT_VEHICLE || vehicles.types().isEmpty()) {
            return Fleet.of(VehicleType.CAR);
        }
        return new Fleet(vehicles.types(), source.get(), vehicles.typeOfVehicle());
    }

    private static RoadNetwork edited(
            RoadNetwork network, ScenarioFolder folder, List<String> variants, Problems problems) {
        RoadNetwork edited = network;
        for (String variant : variants) {
            Optional<Path> file = folder.findVariant(variant);
            if (file.isEmpty()) {
                addUnknownVariant(folder, variant, problems);
                continue;
            }
            try {
                edited = NetworkEdit.read(file.get(), edited).apply(edited);
            } catch (InputException e) {
                e.problems().forEach(text -> problems.add(NamedProblem.of(text)));
            }
        }
        return edited;
    }

    private static void addUnknownVariant(
            ScenarioFolder folder, String variant, Problems problems) {
        List<String> known = folder.listVariants();
        problems.add(
                CheckedProblem.UNKNOWN_VARIANT.error(
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

    private static Optional<Path> requireFile(
            Config config, String module, String parameter, Problems problems) {
        if (config.find(module, parameter).isEmpty()) {
            problems.error(
                    ProblemType.MISSING_FILE,
                    config.file().toString(),
                    "The config names no file in %s.%s.".formatted(module, parameter),
                    "Maybe add the parameter?");
        }
        return findFile(config, module, parameter, problems);
    }

    /** The file that a parameter names; one that is not there is reported. */
    static Optional<Path> findFile(
            Config config, String module, String parameter, Problems problems) {
        Optional<String> name =
                config.find(module, parameter).filter(n -> !n.isBlank() && !n.equals("null"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = config.resolve(name.get());
        if (!Files.isRegularFile(file)) {
            problems.error(
                    ProblemType.MISSING_FILE,
                    config.file().toString(),
                    "The file (%s) of %s.%s is not there.".formatted(file, module, parameter),
                    "");
            return Optional.empty();
        }
        return Optional.of(file);
    }
}
