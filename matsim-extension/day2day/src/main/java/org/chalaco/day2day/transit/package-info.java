/** Public transport as it is offered: stops, lines, departures and vehicles. */
package org.chalaco.day2day.transit;
