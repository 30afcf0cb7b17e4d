/** MATSim files as tables and maps for other programs. */
package org.chalaco.app.convert;
