/** What a day was worth: the utility function of Charypar and Nagel, with MATSim's names. */
package org.chalaco.day2day.scoring;
