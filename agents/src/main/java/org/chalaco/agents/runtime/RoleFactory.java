package org.chalaco.agents.runtime;

/**
 * Makes agents of their descriptions, so that an agent can be made wherever the description gets
 * to: here, or in another process.
 */
public interface RoleFactory {

    /**
     * The agent of this description.
     *
     * @throws IllegalArgumentException if it describes no agent
     */
    AgentRole create(Record description);
}
