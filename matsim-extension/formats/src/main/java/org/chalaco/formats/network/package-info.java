/** MATSim networks (v2): read and written, with turn restrictions and lane connections. */
package org.chalaco.formats.network;
