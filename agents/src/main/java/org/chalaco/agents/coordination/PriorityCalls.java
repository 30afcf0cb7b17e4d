package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.INFORM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content.Approaching;
import org.chalaco.agents.protocol.Content.GreenGrant;
import org.chalaco.agents.protocol.Content.Passed;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationResult;
import org.chalaco.mobsim.signal.SignalView;

/**
 * Vehicles with priority on the street: each gets an agent when it is first seen, is told where it
 * is every few seconds, and asks for green. Not thread-safe.
 */
final class PriorityCalls {

    /** How often vehicles ask, s. */
    private static final int EVERY = 5;

    /** Vehicles farther away do not ask, s at their speed. */
    private static final int HORIZON = 25;

    /** Slower than this counts as this, m/s. */
    private static final double SLOWEST = 2;

    private static final int HELPER = 1000;
    private static final int BUS = 40;

    private static final ConversationResult SILENCE =
            new ConversationResult(List.of(), 0, 0, 0, List.of(), List.of());

    private final AgentRuntime runtime;
    private final int priority;
    private final Map<String, String> lastSeenAt = new TreeMap<>();

    PriorityCalls(AgentRuntime runtime, int priority) {
        this.runtime = runtime;
        this.priority = priority;
    }

    /** Lets those who are near talk to their intersections, and gives what was granted. */
    ConversationResult serve(List<PlanPlayer> players, double time, Runnable onGrant) {
        if (priority == 0 || (long) Math.floor(time) % EVERY != 0) {
            return SILENCE;
        }
        List<AgentMessage> first = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (int s = 0; s < players.size(); s++) {
            if (players.get(s) != null && players.get(s).lastView() != null) {
                tell(s, players.get(s).lastView(), seen, first);
            }
        }
        farewell(seen, first);
        if (first.isEmpty()) {
            return SILENCE;
        }
        ConversationResult result = runtime.converse(first, 8);
        for (AgentMessage message : result.toStreet()) {
            int s = Integer.parseInt(message.sender().substring(1));
            if (message.content() instanceof GreenGrant grant && players.get(s) != null) {
                players.get(s).give(grant, time);
                onGrant.run();
            }
        }
        lastSeenAt.keySet().stream()
                .filter(vehicle -> !seen.contains(vehicle))
                .toList()
                .forEach(
                        vehicle -> {
                            lastSeenAt.remove(vehicle);
                            runtime.release(vehicle);
                        });
        return result;
    }

    private void tell(int s, SignalView view, TreeSet<String> seen, List<AgentMessage> first) {
        for (SignalView.Call call : view.calls()) {
            boolean helps = SignalView.Call.helps(call.type());
            int seconds = (int) Math.ceil(call.distance() / Math.max(SLOWEST, call.speed()));
            if (!helps && priority < 2 || seconds > HORIZON) {
                continue;
            }
            String vehicle = "v%06d".formatted(call.vehicleIndex());
            String agent = Neighbourhood.agentName(s);
            seen.add(vehicle);
            if (!lastSeenAt.containsKey(vehicle)) {
                runtime.host(vehicle, new VehicleProfile(vehicle, helps ? HELPER : BUS));
            } else if (!lastSeenAt.get(vehicle).equals(agent)) {
                first.add(fromStreet(vehicle, new Passed("")));
            }
            lastSeenAt.put(vehicle, agent);
            first.add(fromStreet(vehicle, new Approaching(agent, call.group(), seconds)));
        }
    }

    private void farewell(TreeSet<String> seen, List<AgentMessage> first) {
        for (String vehicle : lastSeenAt.keySet()) {
            if (!seen.contains(vehicle)) {
                first.add(fromStreet(vehicle, new Passed("")));
            }
        }
    }

    private static AgentMessage fromStreet(
            String vehicle, org.chalaco.agents.protocol.Content content) {
        return new AgentMessage(INFORM, AgentRuntime.STREET, vehicle, content);
    }
}
