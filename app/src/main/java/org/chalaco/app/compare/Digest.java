package org.chalaco.app.compare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.tuning.problem.TuningProblem;

/** Sixteen digits that change when a run is given anything else. */
final class Digest {

    private static final int LENGTH = 16;

    private final MessageDigest digest;

    private Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Of a scenario: roads, signals, traffic of one seed, mobsim, time. */
    static String of(TuningProblem problem) {
        Digest of = new Digest();
        of.add(problem.window());
        of.add(problem.rules());
        of.add(problem.mobsim().withThreads(1));
        RoadNetwork network = problem.network();
        for (int l = 0; l < network.linkCount(); l++) {
            of.add(network.link(l));
        }
        problem.intersections().forEach(i -> of.add(i.system() + "" + i.crossings()));
        of.add(problem.untuned());
        of.add(problem.demand().types());
        for (Departure d : problem.demand().draw(problem.mobsim().seed()).departures()) {
            of.add(d.vehicleIndex() + " " + d.typeIndex() + " " + d.time());
            for (int k = 0; k < d.route().size(); k++) {
                of.add(d.route().link(k));
            }
        }
        return of.text();
    }

    /** Of a strategy on a scenario. */
    static String of(String scenario, Strategy strategy) {
        Digest of = new Digest();
        of.add(scenario);
        of.add(strategy.identity());
        return of.text();
    }

    private void add(Object part) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }
}
