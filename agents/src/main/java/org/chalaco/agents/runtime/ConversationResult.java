package org.chalaco.agents.runtime;

import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;

/**
 * What came of a conversation.
 *
 * @param toStreet messages to the street, by sender
 * @param beats how many it took
 * @param messages how many were said
 * @param lost how many did not arrive
 * @param late agents that did not answer in time, by name
 * @param dead agents that are gone for good, by name
 */
public record ConversationResult(
        List<AgentMessage> toStreet,
        int beats,
        long messages,
        long lost,
        List<String> late,
        List<String> dead) {

    public ConversationResult {
        toStreet = List.copyOf(toStreet);
        late = List.copyOf(late);
        dead = List.copyOf(dead);
    }
}
