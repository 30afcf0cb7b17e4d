package org.chalaco.agents.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;

/** What an agent hears in one beat: by sender, and of one sender in the order it was said. */
public final class Inbox {

    private Inbox() {}

    /** These messages in the order in which they are heard. */
    public static List<AgentMessage> ordered(List<AgentMessage> messages) {
        if (messages.size() < 2) {
            return messages;
        }
        List<AgentMessage> sorted = new ArrayList<>(messages);
        // stable: messages of one sender keep their order
        sorted.sort(Comparator.comparing(AgentMessage::sender));
        return sorted;
    }
}
