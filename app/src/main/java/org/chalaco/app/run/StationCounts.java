package org.chalaco.app.run;

import java.util.List;
import java.util.function.IntFunction;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.LinkCounts;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.CountsSettings;
import org.chalaco.formats.config.InputFiles;
import org.chalaco.formats.counts.Counts;
import org.chalaco.formats.counts.CountsReader;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * Counts of the street, and how a run is held against them. As in MATSim, vehicles count when they
 * leave the link of the station; unlike there, only hours that were simulated as a whole are
 * compared.
 *
 * @param observed what was counted
 * @param settings what the config says of it
 */
record StationCounts(Counts observed, CountsSettings settings) {

    private static final double HOUR = 3600;

    /** Times closer than this are the same, s. */
    private static final double SAME_MOMENT = 0.5;

    /** Reads the counts that the config names, if any. */
    static StationCounts read(
            InputFiles files, Config config, RoadNetwork network, Problems problems) {
        CountsSettings settings = CountsSettings.read(config, problems);
        return files.counts() == null
                ? new StationCounts(Counts.NONE, settings)
                : new StationCounts(CountsReader.read(files.counts(), network, problems), settings);
    }

    /** Whether there is nothing to compare with. */
    boolean isEmpty() {
        return observed.counts().isEmpty();
    }

    /** Counts a day in whole hours of the clock. */
    static LinkCounts counter(
            RoadNetwork network, double start, IntFunction<VehicleClass> classOfVehicle) {
        return new LinkCounts(network, HOUR * Math.floor(start / HOUR), HOUR, classOfVehicle);
    }

    /**
     * Holds a day against the counts.
     *
     * @param counter what counted the day
     * @param mobsim when the day began and ended, and the share of the traffic that was simulated
     */
    CountComparison compare(LinkCounts counter, MobsimParameters mobsim) {
        counter.finish(mobsim.endTime());
        double scale =
                Double.isNaN(settings.scaleFactor())
                        ? 1 / mobsim.sampleFactor()
                        : settings.scaleFactor();
        List<TrafficCount> simulated =
                counter.toTrafficCounts(observed.stations(), 1 / scale).stream()
                        .filter(c -> c.from() >= mobsim.startTime() - SAME_MOMENT)
                        .filter(c -> c.until() <= mobsim.endTime() + SAME_MOMENT)
                        .toList();
        return CountComparison.of(observed.counts(), simulated);
    }
}
