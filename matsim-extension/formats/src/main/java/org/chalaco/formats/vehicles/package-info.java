/** MATSim vehicle definitions (v2) with the drivers' parameters as attributes of the type. */
package org.chalaco.formats.vehicles;
