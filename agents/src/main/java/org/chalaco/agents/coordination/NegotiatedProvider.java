package org.chalaco.agents.coordination;

import java.util.List;
import java.util.Map;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Intersection;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.signal.TunableParameter;

/**
 * Makes intersections that negotiate cycle, greens and offsets freely, under the name {@value
 * #NAME}; their agents live in this process.
 */
public class NegotiatedProvider implements SignalControllerProvider {

    /** Its name. */
    public static final String NAME = "negotiated";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<TunableParameter> parameters() {
        return NegotiationSettings.FREE;
    }

    /** An intersection that is alone: it adapts cycle and greens. */
    @Override
    public SignalController create(
            Intersection intersection, Map<String, Double> parameters, long seed) {
        SignalControl control =
                createAll(intersection.network(), List.of(intersection.system()), parameters, seed);
        SignalController alone = control.controllers().get(0);
        if (alone == null) {
            throw new IllegalArgumentException(
                    "Signal system (%s) has no two stages to choose between."
                            .formatted(intersection.system().id()));
        }
        return view -> {
            control.secondBegins(view.time());
            return alone.decide(view);
        };
    }

    @Override
    public SignalControl createAll(
            RoadNetwork network,
            List<SignalSystem> systems,
            Map<String, Double> parameters,
            long seed) {
        SignalControllerProvider.check(this, parameters);
        NegotiationSettings settings = NegotiationSettings.of(parameters);
        return new NegotiatedControl(
                network,
                systems,
                settings,
                library(systems, settings),
                InProcessRuntime.of(new Roles()));
    }

    /** Plans to keep near to. */
    LibraryProfile library(List<SignalSystem> systems, NegotiationSettings settings) {
        return NegotiatedControl.noLibrary();
    }

    /**
     * The same for intersections that keep near to the plans they have, which somebody has tuned:
     * under the name {@value #NAME}.
     */
    public static final class NearTuned extends NegotiatedProvider {

        /** Its name. */
        public static final String NAME = "negotiated-tuned";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public List<TunableParameter> parameters() {
            return NegotiationSettings.NEAR_TUNED;
        }

        @Override
        LibraryProfile library(List<SignalSystem> systems, NegotiationSettings settings) {
            return NegotiatedControl.libraryOf(systems, settings);
        }
    }
}
