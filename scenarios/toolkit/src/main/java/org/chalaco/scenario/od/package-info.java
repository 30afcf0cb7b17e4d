/** From totals to trips: gravity model, rounding, static assignment. */
package org.chalaco.scenario.od;
