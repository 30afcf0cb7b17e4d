// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.TrafficView;
import org.matsim.api.core.v01.Scenario;
import org.matsim.core.config.ConfigUtils;

/**
 * Writes where every vehicle was and when exactly it crossed each stop line, which MATSim's events
 * only tell to the second: {@code ITERS/it.N/N.chalacoTrajectories.csv.gz} and {@code
 * N.chalacoCrossings.csv.gz}, in the iterations that the config asks for.
 */
final class ExactOutput {

    private final ChalacoConfigGroup config;
    private final OutputFolder folder;
    private Writing writing;

    @Inject
    ExactOutput(Scenario scenario, OutputFolder folder) {
        this.folder = folder;
        config = ConfigUtils.addOrGetModule(scenario.getConfig(), ChalacoConfigGroup.class);
    }

    /** Lets a simulation write, if this iteration is one of those that are written. */
    void attach(MicroSimulation simulation, MappedNetwork network, VehicleTrips trips) {
        if (!folder.isThere() || !isDue()) {
            return;
        }
        writing = new Writing(network, trips);
        simulation.observe(config.getTrajectoryPeriod(), writing::positions);
        simulation.events(writing::crossing);
    }

    private boolean isDue() {
        int interval = config.getTrajectoriesInterval();
        return interval > 0 && (folder.iteration() % interval == 0 || folder.isLastIteration());
    }

    /** Completes the files of this iteration. */
    void close() {
        if (writing != null) {
            writing.close();
            writing = null;
        }
    }

    /** The two files of one iteration. */
    private final class Writing {
        private final MappedNetwork network;
        private final VehicleTrips trips;
        private final RoadCoordinates coordinates;
        private final GzipTable positions =
                new GzipTable(
                        file("chalacoTrajectories.csv.gz"),
                        "time,vehicle,link,lane,position,x,y,speed,acceleration");
        private final GzipTable crossings =
                new GzipTable(file("chalacoCrossings.csv.gz"), "time,vehicle,what,link");

        Writing(MappedNetwork network, VehicleTrips trips) {
            this.network = network;
            this.trips = trips;
            coordinates = new RoadCoordinates(network.road());
        }

        private Path file(String name) {
            return folder.iterationFile(name);
        }

        void positions(TrafficView view) {
            RoadNetwork road = network.road();
            view.forEachVehicle(
                    (vehicle, lane, connector, position, speed, acceleration) -> {
                        boolean inside = lane == RoadNetwork.NONE;
                        int link = inside ? road.toLink(connector) : road.linkOfLane(lane);
                        double[] xy =
                                inside
                                        ? coordinates.onConnector(connector, position)
                                        : coordinates.onLane(lane, position);
                        positions.row(
                                "%.3f,%s,%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f",
                                view.time(),
                                trips.trip(vehicle).vehicle().getId(),
                                network.linkId(link),
                                inside ? "" : road.positionOnLink(lane),
                                position,
                                xy[0],
                                xy[1],
                                speed,
                                acceleration);
                    });
        }

        void crossing(TrafficEvent event) {
            if (event instanceof TrafficEvent.LinkEnter e) {
                row(e.time(), e.vehicleIndex(), "enters link", e.linkIndex());
            } else if (event instanceof TrafficEvent.VehicleEntersTraffic e) {
                row(e.time(), e.vehicleIndex(), "enters traffic", e.linkIndex());
            } else if (event instanceof TrafficEvent.VehicleLeavesTraffic e) {
                row(e.time(), e.vehicleIndex(), "leaves traffic", e.linkIndex());
            }
        }

        private void row(double time, int vehicle, String what, int link) {
            crossings.row(
                    "%.3f,%s,%s,%s",
                    time, trips.trip(vehicle).vehicle().getId(), what, network.linkId(link));
        }

        void close() {
            positions.close();
            crossings.close();
        }
    }

    /** A compressed table, written beside its place and moved there when it is complete. */
    private static final class GzipTable {
        private final Path file;
        private final Path part;
        private final BufferedWriter out;

        GzipTable(Path file, String header) {
            this.file = file;
            part = file.resolveSibling(file.getFileName() + ".part");
            try {
                out =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        new GZIPOutputStream(Files.newOutputStream(part), 1 << 16),
                                        StandardCharsets.UTF_8));
                out.write(header + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + part, e);
            }
        }

        void row(String format, Object... values) {
            try {
                out.write(String.format(Locale.ROOT, format, values));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + part, e);
            }
        }

        void close() {
            try {
                out.close();
                Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
