/**
 * How agents are run: what an agent is ({@link org.chalaco.agents.runtime.AgentRole}), a
 * conversation in beats ({@link org.chalaco.agents.runtime.AgentRuntime}), and the runtime inside
 * this thread.
 */
package org.chalaco.agents.runtime;
