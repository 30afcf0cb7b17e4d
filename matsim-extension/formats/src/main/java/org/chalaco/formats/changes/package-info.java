/** Changes of the network at times of day: MATSim's {@code networkChangeEvents}. */
package org.chalaco.formats.changes;
