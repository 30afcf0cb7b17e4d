/** Who drives: vehicle classes and types, drivers, routes and departures. */
package org.chalaco.mobsim.traffic;
