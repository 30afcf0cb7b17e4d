package org.chalaco.app.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.formats.Problems;
import org.chalaco.formats.counts.Counts;
import org.chalaco.formats.counts.CountsWriter;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.vision.counting.IntervalCount;
import org.chalaco.vision.counting.IntervalCounter;
import org.chalaco.vision.counting.LineCrossing;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.LineDirection;

/** The files that a watch leaves: counts.csv, crossings.jsonl and counts.xml. */
final class WatchFiles {

    private static final String HEADER =
            "station,place,direction,from,until,class,vehicles,standard_error,flow_veh_per_h,"
                    + "mean_speed_m_per_s,mean_headway_s,longest_queue_m,observed,dark,shake,"
                    + "occluded,drop_outs\n";

    private final ObjectMapper json = new ObjectMapper();
    private final WatchRequest request;
    private final CameraSite site;
    private double nextCounts = Double.NaN;

    WatchFiles(WatchRequest request, CameraSite site) {
        this.request = request;
        this.site = site;
    }

    /** The files of a video that is over. */
    void write(ClipResult result) throws IOException {
        Files.createDirectories(request.output());
        writeCounts(result.name(), result.counts());
        StringBuilder lines = new StringBuilder();
        for (LineCrossing crossing : result.crossings()) {
            lines.append(line(crossing)).append('\n');
        }
        OutputFolder.writeText(
                WatchInputs.file(request, result.name(), "crossings.jsonl"), lines.toString());
    }

    private void writeCounts(String clip, List<IntervalCount> counts) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (IntervalCount count : counts) {
            text.append(row(count));
        }
        OutputFolder.writeText(WatchInputs.file(request, clip, "counts.csv"), text.toString());
    }

    /** Of a live video: crossings as they come, counts whenever an interval is over. */
    void keepUp(String clip, List<LineCrossing> counted, double time, IntervalCounter counter)
            throws IOException {
        if (!counted.isEmpty()) {
            Files.createDirectories(request.output());
            List<String> lines = new ArrayList<>();
            for (LineCrossing crossing : counted) {
                lines.add(line(crossing));
            }
            Files.write(
                    WatchInputs.file(request, clip, "crossings.jsonl"),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        double end = (Math.floor(time / request.interval()) + 1) * request.interval();
        if (end > nextCounts) {
            Files.createDirectories(request.output());
            writeCounts(clip, counter.counts());
        }
        nextCounts = end;
    }

    private String line(LineCrossing crossing) {
        ObjectNode node = json.createObjectNode();
        node.put("camera", site.id());
        node.put("place", crossing.lineId());
        node.put("direction", crossing.direction());
        node.put("time", round(crossing.time()));
        node.put("frame", crossing.frame());
        node.put("x", round(crossing.x()));
        node.put("y", round(crossing.y()));
        node.put("lane", crossing.lane());
        node.put("class", String.valueOf(crossing.vehicleClass()));
        if (!Double.isNaN(crossing.speed())) {
            node.put("speed", round(crossing.speed()));
        }
        node.put("confidence", round(crossing.confidence()));
        return node.toString();
    }

    private static double round(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static String row(IntervalCount c) {
        TrafficCount count = c.count();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.0f,%.0f,%s,%.0f,%.2f,%.0f,%s,%s,%s,%.3f,%.2f,%.2f,%.2f,%d%n",
                count.stationId(),
                c.place(),
                c.direction(),
                count.from(),
                count.until(),
                count.vehicleClass() == null ? "all" : count.vehicleClass(),
                count.vehicles(),
                c.standardError(),
                c.quality().observed() > 0
                        ? count.flowVehPerHour() / c.quality().observed()
                        : Double.NaN,
                number(c.meanSpeed()),
                number(c.meanHeadway()),
                number(c.longestQueue()),
                c.quality().observed(),
                c.quality().dark(),
                c.quality().shake(),
                c.quality().occluded(),
                c.quality().dropOuts());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** MATSim counts of the stations that stand on a link; what was left out is reported. */
    Problems writeCounts(List<ClipResult> results) {
        Problems left = new Problems();
        List<CountStation> stations = stations();
        if (stations.isEmpty()) {
            return left;
        }
        List<TrafficCount> counts = new ArrayList<>();
        for (ClipResult result : results) {
            for (IntervalCount count : result.counts()) {
                // An interval that was seen in part is no count of the whole.
                if (count.count().vehicleClass() == null && count.count().quality() > 0.98) {
                    counts.add(count.count());
                }
            }
        }
        int year = LocalDate.now().getYear();
        CountsWriter.write(
                request.output().resolve("counts.xml"),
                new Counts(site.id(), year, stations, counts),
                left);
        return left;
    }

    private List<CountStation> stations() {
        List<CountStation> stations = new ArrayList<>();
        for (CountingLine line : site.lines()) {
            add(stations, line.forward());
            add(stations, line.backward());
        }
        for (CameraMovement movement : site.movements()) {
            if (movement.fromLink() != null) {
                stations.add(
                        new CountStation(movement.stationId(), movement.fromLink(), Double.NaN));
            }
        }
        return stations;
    }

    private static void add(List<CountStation> stations, LineDirection direction) {
        if (direction != null && direction.linkId() != null) {
            stations.add(new CountStation(direction.stationId(), direction.linkId(), Double.NaN));
        }
    }
}
