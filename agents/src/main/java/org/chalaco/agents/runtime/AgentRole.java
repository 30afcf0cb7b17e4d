package org.chalaco.agents.runtime;

import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;

/**
 * What one agent knows and does, without any platform: a deterministic machine that is given
 * messages and answers with messages.
 *
 * <p>A conversation goes in beats. What is said in one beat is heard in the next, all of it at
 * once, ordered by sender; so it does not matter who was faster. Not thread-safe; one thread at a
 * time asks it.
 */
public interface AgentRole {

    /**
     * What an agent does in one beat.
     *
     * @param said its messages, in its order
     * @param again whether it wants to be asked in the next beat although nobody may speak to it
     */
    record Reaction(List<AgentMessage> said, boolean again) {

        /** Says nothing and waits to be spoken to. */
        public static final Reaction NONE = new Reaction(List.of(), false);

        public Reaction {
            said = List.copyOf(said);
        }
    }

    /** Its name, unique among all agents of the run. */
    String name();

    /**
     * Acts.
     *
     * @param beat counted from the beginning of the conversation, 0 first
     * @param heard what was said to it in the beat before, by sender
     */
    Reaction react(int beat, List<AgentMessage> heard);
}
