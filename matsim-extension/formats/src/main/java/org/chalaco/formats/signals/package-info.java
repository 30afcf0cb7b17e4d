/** MATSim's signals (systems, groups, control v2.0, amber and intergreen times v1.0). */
package org.chalaco.formats.signals;
