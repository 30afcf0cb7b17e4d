package org.chalaco.day2day.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.mobsim.MobsimSession;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.Aspect;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * All that changes on the road on one day besides traffic. Immutable and thread-safe; every run
 * gets a {@linkplain #player player} of its own.
 *
 * @param linkChanges by time; of one time, in the order they take effect
 * @param planChanges by time
 */
public record RoadProgram(List<LinkChange> linkChanges, List<PlanChange> planChanges) {

    /** The road stays as it is. */
    public static final RoadProgram NONE = new RoadProgram(List.of(), List.of());

    public RoadProgram {
        linkChanges = sorted(linkChanges, Comparator.comparingDouble(LinkChange::time));
        planChanges = sorted(planChanges, Comparator.comparingDouble(PlanChange::time));
    }

    private static <T> List<T> sorted(List<T> changes, Comparator<T> byTime) {
        List<T> copy = new ArrayList<>(changes);
        copy.sort(byTime);
        return List.copyOf(copy);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return linkChanges.isEmpty() && planChanges.isEmpty();
    }

    /** Brings the changes on the road of a session. */
    public Player player(RoadNetwork network, List<SignalSystem> signals, MobsimSession session) {
        return new Player(this, new LinkConditions(network, session), signals, session);
    }

    /** Brings changes on the road when their time has come. Not thread-safe. */
    public static final class Player {

        private final RoadProgram program;
        private final LinkConditions conditions;
        private final List<SignalSystem> signals;
        private final MobsimSession session;
        private int nextLink;
        private int nextPlan;

        private Player(
                RoadProgram program,
                LinkConditions conditions,
                List<SignalSystem> signals,
                MobsimSession session) {
            this.program = program;
            this.conditions = conditions;
            this.signals = signals;
            this.session = session;
        }

        /** Whatever was to change until this time takes effect in the step that begins now. */
        public void play(double time) {
            List<LinkChange> links = program.linkChanges();
            while (nextLink < links.size() && links.get(nextLink).time() <= time) {
                LinkChange change = links.get(nextLink++);
                conditions.apply(change.linkIndex(), change.condition());
            }
            List<PlanChange> plans = program.planChanges();
            while (nextPlan < plans.size() && plans.get(nextPlan).time() <= time) {
                play(plans.get(nextPlan++));
            }
        }

        private void play(PlanChange change) {
            if (change.plan() != null) {
                session.signals().play(change.systemIndex(), change.plan());
                return;
            }
            int groups = signals.get(change.systemIndex()).groups().size();
            for (int group = 0; group < groups; group++) {
                session.signals().show(change.systemIndex(), group, Aspect.OFF);
            }
        }
    }
}
