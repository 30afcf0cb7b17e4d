/** An avenue with eight signals in the morning peak: roads, signals and demand of a recipe. */
package org.chalaco.scenario.arterial;
