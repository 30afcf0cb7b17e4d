package org.chalaco.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.app.output.EmissionFiles;
import org.chalaco.app.output.KpiFiles;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ReportData;
import org.chalaco.app.progress.SimulatedClock;
import org.chalaco.app.report.PlausibilityComparison;
import org.chalaco.app.report.ReportAssembler;
import org.chalaco.app.report.ReportContent;
import org.chalaco.app.report.ReportWriter;
import org.chalaco.app.report.Wording;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigWriter;
import org.chalaco.formats.counts.CountsWriter;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.formats.network.NetworkVocabulary;
import org.chalaco.formats.network.NetworkWriter;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesWriter;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.osm.UtmProjection;

/** The files on top of an output folder, by MATSim's names, and the report. */
final class FinalFiles {

    /** File name of the report. */
    static final String REPORT = "report.html";

    private static final String LANES = "output_lanes.xml.gz";
    private static final String COUNTS = "output_counts.xml.gz";

    private final Scenario scenario;
    private final OutputFolder folder;
    private final Config effective;

    FinalFiles(Scenario scenario, OutputFolder folder, Config effective) {
        this.scenario = scenario;
        this.folder = folder;
        this.effective = effective;
    }

    /** What is known before the first iteration: config, network, signals. */
    void writeInputs() throws IOException {
        ConfigWriter.write(folder.file("output_config.xml"), withOutputFiles());
        NetworkWriter.write(folder.file("output_network.xml.gz"), scenario.network(), credits());
        if (!scenario.counts().isEmpty()) {
            CountsWriter.write(folder.file(COUNTS), scenario.counts().observed(), new Problems());
        }
        if (!scenario.signals().isEmpty()) {
            SignalsWriter.write(signalFiles(), scenario.signals());
        }
        if (!scenario.program().planChanges().isEmpty()) {
            // The plans of all hours, where the systems above have one each.
            CopiedInputs.copy(scenario.files().signals().control(), signalFiles().control());
        }
        CopiedInputs.copy(scenario, folder);
        if (!signalledLanes().isEmpty()) {
            LanesWriter.write(folder.file(LANES), scenario.network(), signalledLanes());
        }
    }

    /** Links on which a signal speaks to single lanes: readers of the signals need their lanes. */
    private Set<String> signalledLanes() {
        return SignalsWriter.linksWithLanes(scenario.signals());
    }

    /** The network leaves the scenario's folder, so it takes along whom to credit. */
    private Map<String, String> credits() {
        String sources =
                scenario.facts().sources().stream()
                        .map(Wording::en)
                        .collect(Collectors.joining("; "));
        return sources.isEmpty() ? Map.of() : Map.of(NetworkVocabulary.SOURCE, sources);
    }

    /**
     * The config with this folder's files in place of the ones that were read: a scenario again.
     */
    private Config withOutputFiles() {
        Config config =
                effective
                        .with("network", "inputNetworkFile", "output_network.xml.gz")
                        .with("plans", "inputPlansFile", "output_plans.xml.gz");
        if (scenario.files().lanes() != null || !signalledLanes().isEmpty()) {
            // Other lane definitions are connections of the network by now.
            String lanes = signalledLanes().isEmpty() ? "null" : LANES;
            config = config.with("network", "laneDefinitionsFile", lanes);
        }
        if (scenario.files().vehicles() != null) {
            config = config.with("vehicles", "vehiclesFile", "output_vehicles.xml.gz");
        }
        if (scenario.files().facilities() != null) {
            // The plans have the links and coordinates now.
            config = config.with("facilities", "inputFacilitiesFile", "null");
        }
        if (scenario.files().counts() != null) {
            String counts = scenario.counts().isEmpty() ? "null" : COUNTS;
            config = config.with("counts", "inputCountsFile", counts);
        }
        config = CopiedInputs.name(scenario, config);
        if (scenario.signals().isEmpty()) {
            return config;
        }
        SignalFiles signals = signalFiles();
        return config.with("signalsystems", "signalsystems", name(signals.systems()))
                .with("signalsystems", "signalgroups", name(signals.groups()))
                .with("signalsystems", "signalcontrol", name(signals.control()))
                .with("signalsystems", "useAmbertimes", "true")
                .with("signalsystems", "ambertimes", name(signals.amberTimes()))
                .with("signalsystems", "useIntergreentimes", "true")
                .with("signalsystems", "intergreentimes", name(signals.intergreenTimes()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private SignalFiles signalFiles() {
        return new SignalFiles(
                folder.file("output_signal_systems_v2.0.xml.gz"),
                folder.file("output_signal_groups_v2.0.xml.gz"),
                folder.file("output_signal_control_v2.0.xml.gz"),
                folder.file("output_amber_times_v1.0.xml.gz"),
                folder.file("output_intergreen_times_v1.0.xml.gz"));
    }

    /** What the last complete iteration leaves. */
    void writeResults(LoopState state, Kpis kpis, CapacityReport capacities) throws IOException {
        PopulationWriter.write(
                folder.file("output_plans.xml.gz"), scenario.network(), state.persons().iterator());
        VehiclesWriter.write(folder.file("output_vehicles.xml.gz"), vehicles(state));
        KpiFiles.write(folder, kpis);
        KpiFiles.write(folder, capacities);
    }

    /** What vehicles emitted, if somebody asked. */
    void writeEmissions(EmissionTotals emissions) throws IOException {
        if (emissions != null) {
            Optional<UtmProjection> utm =
                    UtmProjection.find(scenario.settings().coordinateSystem());
            EmissionFiles.write(
                    folder,
                    emissions,
                    scenario.network(),
                    xy -> utm.map(u -> u.toDegrees(xy[0], xy[1])).orElse(xy));
        }
    }

    /** Every vehicle of the file, and every one that is driven, called as in the events. */
    private Vehicles vehicles(LoopState state) {
        Fleet fleet = scenario.fleet();
        Map<String, String> typeOfVehicle = new LinkedHashMap<>(fleet.vehicleTypes());
        for (Person person : state.persons()) {
            for (Leg leg : person.selectedPlan().legs()) {
                int type = leg.route() == null ? Fleet.NONE : fleet.findType(person, leg.mode());
                if (type != Fleet.NONE) {
                    typeOfVehicle.put(
                            fleet.vehicleId(person, leg.mode()), fleet.types().get(type).id());
                }
            }
        }
        return new Vehicles(typesOfTravellers(fleet), typeOfVehicle);
    }

    /** Vehicles of public transport have a file of their own. */
    private List<VehicleType> typesOfTravellers(Fleet fleet) {
        return fleet.types().stream()
                .filter(
                        type ->
                                scenario.vehicles().types().contains(type)
                                        || fleet.transit().values().stream()
                                                .noneMatch(v -> v.type().equals(type)))
                .toList();
    }

    /** Writes the report and what it was made from. */
    void writeReport(RunOutput output) throws IOException {
        ReportContent content =
                new ReportAssembler(output.recording(), output.kpis())
                        .titled(title(), subtitle(output.state().iteration()))
                        .counted(output.counts(), scenario.counts().observed().stations())
                        .carrying(output.capacities())
                        .emitting(output.emissions())
                        .converged(output.statistics().convergence())
                        .plausible(
                                new PlausibilityComparison(
                                                output.recording(),
                                                output.kpis(),
                                                scenario.mobsim().sampleFactor())
                                        .compare(scenario.facts().bands()))
                        .from(
                                RunProvenance.of(
                                        scenario,
                                        effective,
                                        output.state().iteration(),
                                        output.cost()))
                        .assemble();
        new ReportWriter().write(content, folder.file(REPORT));
        ReportData.write(content, folder);
    }

    /** A folder's name as a title: {@code callao-truck-ban} is "Callao, truck ban". */
    private Wording title() {
        String name = scenario.folder().name();
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String variant : scenario.variants()) {
            title += ", " + variant.replace('-', ' ');
        }
        return Wording.same(title);
    }

    private Wording subtitle(int iteration) {
        String from = SimulatedClock.hoursAndMinutes(scenario.mobsim().startTime());
        String until = SimulatedClock.hoursAndMinutes(scenario.mobsim().endTime());
        int day = iteration - scenario.loop().firstIteration() + 1;
        int days = scenario.loop().lastIteration() - scenario.loop().firstIteration() + 1;
        Wording times =
                new Wording("%s to %s".formatted(from, until), "%s a %s".formatted(from, until));
        return days == 1
                ? times
                : new Wording(
                        "%s, day %d of %d".formatted(times.en(), day, days),
                        "%s, día %d de %d".formatted(times.es(), day, days));
    }
}
