package org.chalaco.app.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.SignalControlSettings;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Who controls the signals of a run, read from {@code negotiated:every=180,longest-cycle=100} and
 * checked.
 *
 * @param name of the controller, or {@code plans}
 * @param parameters values by name; those not given are standard
 * @param settings of the agents' platform
 */
public record ControlChoice(
        String name, Map<String, Double> parameters, SignalControlSettings settings) {

    private static final String PLACE = "chalaco.signalControl";

    public ControlChoice {
        parameters = Map.copyOf(parameters);
    }

    /** The choice of a config; what cannot be used is reported. */
    public static ControlChoice read(
            SignalControlSettings settings, List<SignalSystem> signals, Problems problems) {
        String text = settings.control();
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String part : text.substring(colon + 1).split(",")) {
                readParameter(part, parameters, problems);
            }
        }
        ControlChoice choice = new ControlChoice(name, parameters, settings);
        choice.check(signals, problems);
        return choice;
    }

    private static void readParameter(
            String part, Map<String, Double> parameters, Problems problems) {
        int equals = part.indexOf('=');
        try {
            parameters.put(
                    part.substring(0, Math.max(0, equals)).strip(),
                    Double.valueOf(part.substring(equals + 1).strip()));
        } catch (NumberFormatException e) {
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    PLACE,
                    "The part (%s) of the signal control is no parameter.".formatted(part),
                    "Maybe every=180?");
        }
    }

    private void check(List<SignalSystem> signals, Problems problems) {
        if (isPlans()) {
            return;
        }
        List<SignalControllerProvider> all = SignalControllerProvider.listAll();
        Optional<SignalControllerProvider> provider = find(all);
        if (provider.isEmpty()) {
            List<String> names =
                    new java.util.ArrayList<>(
                            all.stream().map(SignalControllerProvider::name).toList());
            names.add(SignalControlSettings.PLANS);
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    PLACE,
                    "There is no signal control (%s), only %s.".formatted(name, names),
                    NearestName.remedy(name, names));
            return;
        }
        try {
            SignalControllerProvider.check(provider.get(), parameters);
        } catch (IllegalArgumentException e) {
            for (String line : e.getMessage().split("\\R(?!Maybe)")) {
                String[] parts = line.split("\\R");
                problems.error(
                        ProblemType.PARAMETER_VALUE,
                        PLACE,
                        parts[0],
                        parts.length > 1 ? parts[1] : "");
            }
        }
        if (signals.isEmpty()) {
            problems.error(
                    ProblemType.PARAMETER_VALUE,
                    PLACE,
                    "The signal control (%s) has no signals to control.".formatted(name),
                    "Maybe name signals in the config (signalsystems)?");
        }
    }

    private Optional<SignalControllerProvider> find(List<SignalControllerProvider> all) {
        return all.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Whether plans control the signals and nobody else. */
    public boolean isPlans() {
        return name.equals(SignalControlSettings.PLANS);
    }

    /** The maker of the controllers; only where it is not plans. */
    SignalControllerProvider provider() {
        return find(SignalControllerProvider.listAll()).orElseThrow();
    }
}
