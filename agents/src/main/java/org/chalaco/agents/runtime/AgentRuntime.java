package org.chalaco.agents.runtime;

import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;

/**
 * Where agents live and talk. Any two runtimes give the same conversations, bit for bit, as long as
 * nobody is lost: agents act in beats, on everything that was said to them in the beat before.
 *
 * <p>Not thread-safe: the thread of the simulation hosts, converses and waits.
 */
public interface AgentRuntime extends AutoCloseable {

    /** The name by which agents know the simulation. */
    String STREET = "street";

    /**
     * Makes an agent of a description and lets it live here.
     *
     * @param name its name, as its role will tell
     */
    void host(String name, Record description);

    /** Lets an agent go; one that is not there is gone already. */
    void release(String name);

    /**
     * Lets agents talk until nobody has anything more to say.
     *
     * @param first what the street says to begin with
     * @param mostBeats after which everyone is silenced
     */
    ConversationResult converse(List<AgentMessage> first, int mostBeats);

    /** What this is, in a few words. */
    String description();

    /** Ends all agents. */
    @Override
    void close();
}
