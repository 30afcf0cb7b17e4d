package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.protocol.Content.AgreedPlan;
import org.chalaco.agents.runtime.ConversationResult;

/**
 * What the negotiations of a run came to: plans agreed on, messages, who was lost and who fell back
 * to its last plan. Grows while the run goes on; not thread-safe.
 */
public final class NegotiationRecord {

    /**
     * One plan that came out of one negotiation.
     *
     * @param time of the negotiation, s since midnight
     * @param system id of the signal system
     * @param plan what was agreed on; the last one where nobody answered
     * @param fallback whether nobody answered
     */
    public record Outcome(double time, String system, AgreedPlan plan, boolean fallback) {}

    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Integer> fallbacks = new TreeMap<>();
    private final Map<String, Double> deadSince = new TreeMap<>();
    private final TreeSet<String> late = new TreeSet<>();
    private int negotiations;
    private int grants;
    private long messages;
    private long lost;
    private long beats;
    private int timeouts;

    void add(ConversationResult result, double time) {
        messages += result.messages();
        lost += result.lost();
        beats += result.beats();
        timeouts += result.late().size();
        late.addAll(result.late());
        result.dead().forEach(agent -> deadSince.putIfAbsent(agent, time));
    }

    void addNegotiation() {
        negotiations++;
    }

    void addGrant() {
        grants++;
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        if (outcome.fallback()) {
            fallbacks.merge(outcome.system(), 1, Integer::sum);
        }
    }

    /** All plans, by time and system. */
    public List<Outcome> outcomes() {
        return Collections.unmodifiableList(outcomes);
    }

    /** How often each signal system fell back to its last plan, where it did. */
    public Map<String, Integer> fallbacks() {
        return Collections.unmodifiableMap(fallbacks);
    }

    /** Agents that died, and when that was noticed, s since midnight. */
    public Map<String, Double> deadSince() {
        return Collections.unmodifiableMap(deadSince);
    }

    /** Agents that were late at least once. */
    public List<String> late() {
        return List.copyOf(late);
    }

    /** Number of negotiations. */
    public int negotiations() {
        return negotiations;
    }

    /** Greens that were granted to vehicles with priority. */
    public int grants() {
        return grants;
    }

    /** Messages said. */
    public long messages() {
        return messages;
    }

    /** Messages that did not arrive. */
    public long lost() {
        return lost;
    }

    /** Beats of all conversations. */
    public long beats() {
        return beats;
    }

    /** How often an agent did not answer in time. */
    public int timeouts() {
        return timeouts;
    }
}
