package org.chalaco.app.agents;

import java.util.List;
import java.util.TreeSet;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationResult;

/**
 * A platform lent for one day: when the day closes it, its agents go and the platform stays, since
 * a platform takes seconds to end.
 */
final class LentRuntime implements AgentRuntime {

    private final AgentRuntime platform;
    private final TreeSet<String> hosted = new TreeSet<>();

    LentRuntime(AgentRuntime platform) {
        this.platform = platform;
    }

    @Override
    public void host(String name, Record description) {
        platform.host(name, description);
        hosted.add(name);
    }

    @Override
    public void release(String name) {
        platform.release(name);
        hosted.remove(name);
    }

    @Override
    public ConversationResult converse(List<AgentMessage> first, int mostBeats) {
        return platform.converse(first, mostBeats);
    }

    @Override
    public String description() {
        return platform.description();
    }

    @Override
    public void close() {
        hosted.forEach(platform::release);
        hosted.clear();
    }
}
