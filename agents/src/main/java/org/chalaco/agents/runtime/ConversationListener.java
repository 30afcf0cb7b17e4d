package org.chalaco.agents.runtime;

import org.chalaco.agents.protocol.AgentMessage;

/** Hears everything that agents say. Called from the thread that converses, in a fixed order. */
@FunctionalInterface
public interface ConversationListener {

    /** Hears nothing. */
    ConversationListener NONE = (conversation, beat, message) -> {};

    /**
     * Hears one message.
     *
     * @param conversation its number in the run
     * @param beat in which it is said; -1: from the street
     */
    void heard(long conversation, int beat, AgentMessage message);
}
