/** Who wants to travel: persons, plans, activities and legs, in MATSim's words. */
package org.chalaco.day2day.demand;
