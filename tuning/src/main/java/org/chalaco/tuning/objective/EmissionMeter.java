package org.chalaco.tuning.objective;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.chalaco.analysis.emission.EmissionCollector;
import org.chalaco.analysis.emission.EmissionFleet;
import org.chalaco.analysis.emission.Pollutant;
import org.chalaco.mobsim.run.TrafficView;
import org.chalaco.tuning.problem.RunMeter;

/**
 * What is emitted per vehicle-kilometre in the time that counts. Per kilometre and not in all,
 * since plans that keep vehicles outside would look clean otherwise.
 *
 * @param pollutant what is counted
 * @param fleet what vehicles emit
 */
public record EmissionMeter(Pollutant pollutant, EmissionFleet fleet) implements RunMeter {

    public EmissionMeter {
        requireNonNull(pollutant, "pollutant");
        requireNonNull(fleet, "fleet");
    }

    /** A meter of Callao's fleet. */
    public static EmissionMeter of(Pollutant pollutant) {
        return new EmissionMeter(pollutant, EmissionFleet.CALLAO);
    }

    @Override
    public String name() {
        return pollutant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String unit() {
        return "g/veh km";
    }

    @Override
    public double everySeconds() {
        return EmissionCollector.EVERY;
    }

    @Override
    public Reading begin(MeteredRun run) {
        EmissionCollector collector =
                EmissionCollector.on(run.network(), run.typeOfVehicle(), run.window().start())
                        .fleet(fleet)
                        .countFrom(run.window().countFrom())
                        .build();
        return new Reading() {
            @Override
            public void observe(TrafficView view) {
                collector.observe(view);
            }

            /** Nobody drove, nothing was emitted. */
            @Override
            public double value() {
                double perKm = collector.totals().all().gramsPerKm(pollutant);
                return Double.isNaN(perKm) ? 0 : perKm;
            }
        };
    }
}
