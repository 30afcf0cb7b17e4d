package org.chalaco.agents.protocol;

import static java.util.Objects.requireNonNull;

/**
 * One message from one agent to another. Immutable.
 *
 * @param performative what it does
 * @param sender name of who says it
 * @param receiver name of whom it is said to
 * @param content what is said
 */
public record AgentMessage(
        Performative performative, String sender, String receiver, Content content) {

    public AgentMessage {
        requireNonNull(performative, "performative");
        requireNonNull(sender, "sender");
        requireNonNull(receiver, "receiver");
        requireNonNull(content, "content");
    }

    /** An answer to whoever sent this. */
    public AgentMessage reply(Performative answer, Content newContent) {
        return new AgentMessage(answer, receiver, sender, newContent);
    }

    /**
     * Whether an answer that it was not understood may follow: never to such answers themselves.
     */
    public boolean mayBeAnswered() {
        return performative != Performative.NOT_UNDERSTOOD && performative != Performative.FAILURE;
    }
}
