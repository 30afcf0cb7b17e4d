package org.chalaco.app.imports.cityflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chalaco.app.imports.ImportedScenario;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * CityFlow's roadnet and flow files as a scenario.
 *
 * <p>Source of the format: Zhang et al., CityFlow, <i>The World Wide Web Conference</i>, 2019, and
 * its documentation (roadnet and flow file format).
 */
public final class CityFlowImport {

    private static final double HOUR = 3600;

    private CityFlowImport() {}

    /**
     * Reads both files.
     *
     * @param phases indexes of the light phases that become stages, empty: all that open somebody
     * @param problems takes warnings
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public static ImportedScenario read(
            Path roadnet, Path flow, List<Integer> phases, Problems problems) {
        JsonInput roadFile = JsonInput.read(roadnet, problems);
        JsonInput flowFile = JsonInput.read(flow, problems);
        problems.throwIfErrors();
        CityFlowRoads roads = CityFlowRoads.read(roadFile);
        CityFlowTraffic traffic = CityFlowTraffic.read(flowFile, roads);
        problems.throwIfErrors();
        try {
            RoadNetwork network =
                    CityFlowNetwork.of(
                            roads,
                            traffic.types().stream()
                                    .map(VehicleType::id)
                                    .collect(Collectors.toSet()));
            return new ImportedScenario(
                    "From CityFlow's files %s and %s."
                            .formatted(roadnet.getFileName(), flow.getFileName()),
                    network,
                    CityFlowSignals.of(roads, phases, problems),
                    new Vehicles(traffic.types(), Map.of()),
                    traffic.persons(network),
                    0,
                    HOUR * (Math.floor(traffic.lastDeparture() / HOUR) + 1));
        } catch (IllegalArgumentException e) {
            problems.error(ProblemType.IMPORT_ROAD, roadnet.toString(), e.getMessage(), "");
            problems.throwIfErrors();
            throw e;
        }
    }
}
