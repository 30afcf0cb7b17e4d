/**
 * What agents say to each other: the messages that exist ({@link
 * org.chalaco.agents.protocol.Ontology}), what they are about ({@link
 * org.chalaco.agents.protocol.Content}), and how that is written ({@link
 * org.chalaco.agents.protocol.ContentText}). No platform.
 */
package org.chalaco.agents.protocol;
