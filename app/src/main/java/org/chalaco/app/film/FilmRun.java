package org.chalaco.app.film;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.vision.render.FilmTruth;
import org.chalaco.vision.render.Filming;
import org.chalaco.vision.render.PoleCamera;
import org.chalaco.vision.render.PolePlacement;
import org.chalaco.vision.render.StreetObserver;
import org.chalaco.vision.render.StreetPlan;

/**
 * Runs the first day of a scenario at a tenth of a second and films junctions of it. The cameras of
 * one moment work side by side; each sees the same whatever the others do.
 */
public final class FilmRun {

    /** Time step of a filmed run, ms: short enough that a frame needs no guess between steps. */
    public static final int STEP = 100;

    /** Beyond the corner of a usual picture nothing is drawn, m. */
    private static final double SIGHT = 140;

    private final FirstDay firstDay;

    @Inject
    FilmRun(FirstDay firstDay) {
        this.firstDay = firstDay;
    }

    /**
     * Films.
     *
     * @param progress told how much of the run is done, 0 to 1
     * @return the truth of every film, in the order of the junctions
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong; nothing is
     *     written then
     */
    public List<FilmTruth> film(FilmRequest request, DoubleConsumer progress) throws IOException {
        ScenarioTraffic traffic = firstDay.of(request.scenario());
        StreetPlan plan = new StreetPlan(traffic.network());
        Problems problems = new Problems();
        List<Integer> junctions = check(request, traffic, problems);
        List<PoleCamera> poles = poles(request, plan, junctions, problems);
        problems.throwIfErrors();
        List<FilmedJunction> cameras = new ArrayList<>();
        try {
            for (int k = 0; k < junctions.size(); k++) {
                cameras.add(new FilmedJunction(plan, junctions.get(k), poles.get(k), request));
            }
            run(request, traffic, plan, junctions, cameras, progress);
            List<FilmTruth> truths = new ArrayList<>();
            for (FilmedJunction camera : cameras) {
                truths.add(camera.finish());
            }
            return truths;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (FilmedJunction camera : cameras) {
                camera.discard();
            }
        }
    }

    private static void run(
            FilmRequest request,
            ScenarioTraffic traffic,
            StreetPlan plan,
            List<Integer> junctions,
            List<FilmedJunction> cameras,
            DoubleConsumer progress) {
        double start = Math.max(0, request.from() - request.warmUp());
        double end = request.from() + request.seconds();
        FilmedDay day = new FilmedDay(traffic, start);
        List<Filming> films = new ArrayList<>();
        for (int k = 0; k < junctions.size(); k++) {
            Junction centre = traffic.network().junction(junctions.get(k));
            StreetObserver street =
                    new StreetObserver(plan, day::typeOf, centre.x(), centre.y(), SIGHT);
            films.add(new Filming(street, request.from(), end, cameras.get(k)));
        }
        MicroSimulation.on(traffic.network())
                .signals(traffic.signals())
                .demand(traffic.day().types(), day.departures())
                .follow(day)
                .parameters(parameters(traffic.parameters(), start, end))
                .observe(
                        1.0 / request.camera().framesPerSecond(),
                        view -> {
                            films.parallelStream().forEach(film -> film.observe(view));
                            progress.accept((view.time() - start) / (end - start));
                        })
                .run();
    }

    private static MobsimParameters parameters(MobsimParameters p, double start, double end) {
        return new MobsimParameters(
                STEP,
                start,
                end,
                p.seed(),
                p.threads(),
                p.sampleFactor(),
                p.carFollowing(),
                p.approachZones(),
                p.laneChanging(),
                p.junctions(),
                p.checkMode());
    }

    private static List<PoleCamera> poles(
            FilmRequest request, StreetPlan plan, List<Integer> junctions, Problems problems) {
        FilmRequest.Camera lens = request.camera();
        List<PoleCamera> poles = new ArrayList<>();
        for (int junction : junctions) {
            try {
                poles.add(
                        new PolePlacement(plan, junction)
                                .place(
                                        lens.height(),
                                        lens.fieldOfView(),
                                        lens.width(),
                                        lens.heightPixels()));
            } catch (IllegalArgumentException e) {
                problems.add(
                        ProblemType.FILM_SETTING.error(
                                "--pole", String.valueOf(lens.height()), e.getMessage(), ""));
            }
        }
        return poles;
    }

    private static List<Integer> check(
            FilmRequest request, ScenarioTraffic traffic, Problems problems) {
        List<Integer> junctions = new ArrayList<>();
        for (String id : request.junctions()) {
            find(id, traffic, problems).ifPresent(junctions::add);
        }
        MobsimParameters times = traffic.parameters();
        if (request.from() < times.startTime()
                || request.from() + request.seconds() > times.endTime()) {
            problems.add(
                    ProblemType.FILM_TIME.error(
                            "--from",
                            String.valueOf(request.from()),
                            "The film is not within the run, which goes from (%.0f s) to (%.0f s)."
                                    .formatted(times.startTime(), times.endTime()),
                            "Maybe film the peak?"));
        }
        return junctions;
    }

    /** A junction that some link leads to. */
    private static Optional<Integer> find(String id, ScenarioTraffic traffic, Problems problems) {
        RoadNetwork network = traffic.network();
        int junction = network.findJunction(id);
        if (junction == RoadNetwork.NONE) {
            List<String> ids = network.junctions().stream().map(Junction::id).toList();
            problems.add(
                    ProblemType.FILM_PLACE.error(
                            "--junction",
                            id,
                            "There is no junction (%s) in this scenario.".formatted(id),
                            NearestName.remedy(id, ids)));
            return Optional.empty();
        }
        boolean hasLegs =
                network.links().stream()
                        .anyMatch(link -> network.findJunction(link.to()) == junction);
        if (!hasLegs) {
            problems.add(
                    ProblemType.FILM_PLACE.error(
                            "--junction",
                            id,
                            "No link leads to junction (%s), so there is nothing to count."
                                    .formatted(id),
                            "Maybe another junction?"));
            return Optional.empty();
        }
        return Optional.of(junction);
    }
}
