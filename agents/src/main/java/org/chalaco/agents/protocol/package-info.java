/** What agents say to each other, and in which order: messages and rules, no platform. */
package org.chalaco.agents.protocol;
