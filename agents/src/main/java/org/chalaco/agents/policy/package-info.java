/**
 * Strategies of one intersection: what it sees, what it wants; pure functions of both and a state.
 */
package org.chalaco.agents.policy;
