/** MATSim's timetables of public transport. */
package org.chalaco.formats.transit;
