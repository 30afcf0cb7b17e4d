package org.chalaco.app.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.vision.counting.HandCount;
import org.chalaco.vision.detection.NetworkDetector;
import org.chalaco.vision.site.CameraMovement;
import org.chalaco.vision.site.CameraSite;
import org.chalaco.vision.site.CameraSiteReader;
import org.chalaco.vision.site.CountingLine;
import org.chalaco.vision.site.InvalidSiteException;
import org.chalaco.vision.site.LineDirection;
import org.chalaco.vision.site.SiteProblem;
import org.chalaco.vision.video.FrameSource;
import org.chalaco.vision.video.FrameSources;
import org.chalaco.vision.video.VideoException;
import org.chalaco.vision.video.VideoRequest;

/** Reads and checks all that a watch is given, before anything is written. */
final class WatchInputs {

    private final WatchRequest request;
    private final Problems problems = new Problems();
    private CameraSite site;
    private Map<String, List<HandCount>> truth = Map.of();

    private WatchInputs(WatchRequest request) {
        this.request = request;
    }

    /**
     * Reads everything.
     *
     * @throws org.chalaco.formats.InvalidInputException with all that is wrong
     */
    static WatchInputs read(WatchRequest request) {
        WatchInputs inputs = new WatchInputs(request);
        inputs.readSite();
        if (request.truth() != null) {
            inputs.truth = TruthFile.read(request.truth(), inputs.problems);
        }
        inputs.checkLinks();
        inputs.checkVideos();
        inputs.checkModel();
        inputs.checkOutput();
        inputs.problems.throwIfErrors();
        return inputs;
    }

    CameraSite site() {
        return site;
    }

    List<HandCount> truth(String clip) {
        return truth.getOrDefault(clip, List.of());
    }

    /** The video as it is to be opened. */
    VideoRequest video(String source) {
        return new VideoRequest(
                source,
                request.framesPerSecond(),
                request.startTime(),
                request.live(),
                request.ffmpeg());
    }

    private void readSite() {
        try {
            site = CameraSiteReader.read(request.site());
        } catch (InvalidSiteException e) {
            for (SiteProblem problem : e.problems()) {
                problems.add(
                        new Problem(
                                ProblemType.CAMERA_SITE.id(),
                                Severity.ERROR,
                                request.site().toString(),
                                0,
                                problem.element(),
                                problem.value(),
                                problem.message(),
                                problem.remedy()));
            }
        }
    }

    private void checkLinks() {
        if (request.network() == null || site == null) {
            return;
        }
        RoadNetwork network = new NetworkReader(problems).readNetwork(request.network());
        if (network == null) {
            return;
        }
        List<String> known = network.links().stream().map(Link::id).toList();
        for (String link : links()) {
            if (network.findLink(link) == RoadNetwork.NONE) {
                problems.add(
                        new Problem(
                                ProblemType.UNKNOWN_REFERENCE.id(),
                                Severity.ERROR,
                                request.site().toString(),
                                0,
                                "link",
                                link,
                                "The link (%s) of the site is not in the network.".formatted(link),
                                NearestName.remedy(link, known)));
            }
        }
    }

    private List<String> links() {
        List<String> links = new ArrayList<>();
        for (CountingLine line : site.lines()) {
            addLink(line.forward(), links);
            addLink(line.backward(), links);
        }
        for (CameraMovement movement : site.movements()) {
            links.add(movement.fromLink());
            links.add(movement.toLink());
        }
        links.removeIf(link -> link == null);
        return links;
    }

    private static void addLink(LineDirection direction, List<String> links) {
        if (direction != null) {
            links.add(direction.linkId());
        }
    }

    private void checkVideos() {
        for (String source : request.videos()) {
            VideoRequest video = video(source);
            try (FrameSource frames = FrameSources.open(video)) {
                if (!(frames.format().framesPerSecond() > 0)) {
                    videoProblem(source, "The video (%s) has no frame rate.", "Maybe --fps 25?");
                }
            } catch (VideoException e) {
                add(e);
            }
        }
    }

    private void videoProblem(String source, String message, String remedy) {
        problems.add(ProblemType.VIDEO.error("", source, message.formatted(source), remedy));
    }

    private void add(VideoException e) {
        problems.add(ProblemType.VIDEO.error("", e.source(), e.getMessage(), e.remedy()));
    }

    private void checkModel() {
        if (request.model() != null) {
            try {
                NetworkDetector.open(request.model()).close();
            } catch (IllegalArgumentException e) {
                problems.add(
                        ProblemType.DETECTION_MODEL.error(
                                "", request.model().toString(), e.getMessage(), ""));
            }
        }
    }

    private void checkOutput() {
        if (Files.exists(request.output()) && !Files.isDirectory(request.output())) {
            problems.add(
                    ProblemType.OUTPUT_EXISTS.error(
                            "--output",
                            request.output().toString(),
                            "The output (%s) is a file, not a folder.".formatted(request.output()),
                            "Maybe choose another --output?"));
        }
    }

    /** Name of a video without folder and ending. */
    static String nameOf(String source) {
        String last = source.replaceFirst(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
    }

    /** Where the files of a video go. */
    static Path file(WatchRequest request, String clip, String name) {
        String prefix = request.videos().size() > 1 ? clip + "-" : "";
        return request.output().resolve(prefix + name);
    }
}
