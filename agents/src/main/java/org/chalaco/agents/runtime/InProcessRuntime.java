package org.chalaco.agents.runtime;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.protocol.AgentMessage;

/**
 * Agents as plain objects in the thread of the simulation: for tests and for the inner loops of
 * tuning. Messages are handed over as they are; a bad line can be put between.
 */
public final class InProcessRuntime implements AgentRuntime {

    private final RoleFactory factory;
    private final ConversationListener listener;
    private final MessageLoss loss;
    private final Map<String, AgentRole> roles = new TreeMap<>();
    private final TreeMap<Integer, List<AgentMessage>> underWay = new TreeMap<>();
    private long conversations;
    private long said;
    private long lost;

    /** A runtime with this line between agents. */
    public InProcessRuntime(RoleFactory factory, ConversationListener listener, MessageLoss loss) {
        this.factory = requireNonNull(factory, "factory");
        this.listener = requireNonNull(listener, "listener");
        this.loss = requireNonNull(loss, "loss");
    }

    /** A runtime that loses nothing and tells nobody. */
    public static InProcessRuntime of(RoleFactory factory) {
        return new InProcessRuntime(factory, ConversationListener.NONE, MessageLoss.NONE);
    }

    @Override
    public void host(String name, Record description) {
        roles.put(name, factory.create(description));
    }

    @Override
    public void release(String name) {
        roles.remove(name);
    }

    @Override
    public ConversationResult converse(List<AgentMessage> first, int mostBeats) {
        long conversation = conversations++;
        said = first.size();
        lost = 0;
        // what was late when the last conversation ended never arrives
        underWay.clear();
        first.forEach(message -> listener.heard(conversation, -1, message));
        underWay.put(0, new ArrayList<>(first));
        List<AgentMessage> toStreet = new ArrayList<>();
        TreeSet<String> again = new TreeSet<>();
        int beat = 0;
        while (beat < mostBeats && !(underWay.isEmpty() && again.isEmpty())) {
            Map<String, List<AgentMessage>> inboxes = inboxes(underWay.remove(beat), again);
            again = beat(conversation, beat, inboxes, toStreet);
            beat++;
        }
        return new ConversationResult(
                Inbox.ordered(toStreet), beat, said, lost, List.of(), List.of());
    }

    private static Map<String, List<AgentMessage>> inboxes(
            List<AgentMessage> messages, TreeSet<String> again) {
        Map<String, List<AgentMessage>> inboxes = new TreeMap<>();
        again.forEach(name -> inboxes.put(name, new ArrayList<>()));
        if (messages != null) {
            for (AgentMessage message : messages) {
                inboxes.computeIfAbsent(message.receiver(), r -> new ArrayList<>()).add(message);
            }
        }
        return inboxes;
    }

    /** Everyone who heard something or asked for it acts; who wants to act again? */
    private TreeSet<String> beat(
            long conversation,
            int beat,
            Map<String, List<AgentMessage>> inboxes,
            List<AgentMessage> toStreet) {
        TreeSet<String> again = new TreeSet<>();
        for (Map.Entry<String, List<AgentMessage>> entry : inboxes.entrySet()) {
            AgentRole role = roles.get(entry.getKey());
            if (role == null) {
                continue;
            }
            AgentRole.Reaction reaction = role.react(beat, Inbox.ordered(entry.getValue()));
            if (reaction.again()) {
                again.add(entry.getKey());
            }
            for (AgentMessage message : reaction.said()) {
                send(conversation, beat, message, toStreet);
            }
        }
        return again;
    }

    private void send(
            long conversation, int beat, AgentMessage message, List<AgentMessage> toStreet) {
        listener.heard(conversation, beat, message);
        said++;
        if (message.receiver().equals(STREET)) {
            toStreet.add(message);
            return;
        }
        int delay = loss.delay(conversation, said);
        if (delay == MessageLoss.NEVER) {
            lost++;
        } else {
            underWay.computeIfAbsent(beat + 1 + delay, b -> new ArrayList<>()).add(message);
        }
    }

    @Override
    public String description() {
        return "in this process";
    }

    @Override
    public void close() {
        roles.clear();
    }
}
