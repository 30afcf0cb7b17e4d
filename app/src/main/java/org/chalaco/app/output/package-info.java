/** What a run leaves behind: the output folder, MATSim's standard files, tables and JSON. */
package org.chalaco.app.output;
