/** The map, demand and vehicles of the Havana study (2023): recipe and demand for any seed. */
package org.chalaco.scenario.habana;
