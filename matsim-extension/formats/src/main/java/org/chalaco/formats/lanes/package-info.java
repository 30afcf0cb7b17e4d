/** MATSim lane definitions (v2.0), mapped onto physical lanes and their connections. */
package org.chalaco.formats.lanes;
