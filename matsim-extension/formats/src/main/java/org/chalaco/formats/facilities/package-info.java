/** MATSim facilities (v1 and v2): where activities take place, read. */
package org.chalaco.formats.facilities;
