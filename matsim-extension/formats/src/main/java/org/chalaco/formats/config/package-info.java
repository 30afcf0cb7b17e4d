/**
 * MATSim configs (v2): a tree of modules that survives a round trip, and the mapping between its
 * parameters and ours.
 */
package org.chalaco.formats.config;
