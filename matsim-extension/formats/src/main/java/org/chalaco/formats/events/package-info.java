/** MATSim events (v1): written fast from traffic events, and read. */
package org.chalaco.formats.events;
