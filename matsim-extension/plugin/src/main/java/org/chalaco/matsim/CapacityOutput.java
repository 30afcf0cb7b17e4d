// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.capacity.CapacitySetting;
import org.chalaco.analysis.capacity.CapacitySurvey;
import org.chalaco.analysis.capacity.CapacityTables;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.matsim.api.core.v01.Scenario;
import org.matsim.core.config.ConfigUtils;

/**
 * Writes, after the last iteration, what every link can carry and what the network file says:
 * {@code chalaco_capacity.csv} and {@code chalaco_capacity_lane_groups.csv}.
 */
final class CapacityOutput {

    private static final Logger LOG = LogManager.getLogger(CapacityOutput.class);

    private final ChalacoConfigGroup config;
    private final OutputFolder folder;
    private CapacitySurvey survey;

    @Inject
    CapacityOutput(Scenario scenario, OutputFolder folder) {
        this.folder = folder;
        config = ConfigUtils.addOrGetModule(scenario.getConfig(), ChalacoConfigGroup.class);
    }

    /** Lets a simulation be surveyed, if this is the last iteration. */
    void attach(
            MicroSimulation simulation,
            MappedNetwork network,
            List<SignalSystem> signals,
            VehicleTrips trips,
            List<VehicleType> types,
            double sampleFactor) {
        if (!config.isCapacityReport() || !folder.isThere() || !folder.isLastIteration()) {
            return;
        }
        CapacitySetting setting =
                new CapacitySetting(
                        network.road(),
                        signals,
                        ParameterSet.CITY_TREIBER.type(VehicleClass.CAR),
                        link -> perHour(network, link.id()),
                        sampleFactor);
        survey = new CapacitySurvey(setting, v -> types.get(trips.trip(v).typeIndex()));
        simulation.events(survey);
    }

    private static double perHour(MappedNetwork network, String linkId) {
        return network.link(network.road().getLinkIndex(linkId)).getFlowCapacityPerSec() * 3600;
    }

    /** Writes the report of the run that is over. */
    void close() {
        if (survey == null) {
            return;
        }
        CapacityReport report = survey.finish();
        survey = null;
        write("chalaco_capacity.csv", CapacityTables.LINKS, report.links());
        write("chalaco_capacity_lane_groups.csv", CapacityTables.LANE_GROUPS, report.laneGroups());
        int differing = report.listDisagreeing().size();
        if (differing > 0) {
            LOG.warn(
                    "On {} of {} links, capacity in simulation and in the network file differ by more than 20 %; chalaco_capacity.csv tells which and why.",
                    differing, report.links().size());
        }
    }

    private <R> void write(String name, KpiTable<R> table, List<R> rows) {
        Path file = folder.file(name);
        Path part = file.resolveSibling(name + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                table.writeCsv(rows, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
