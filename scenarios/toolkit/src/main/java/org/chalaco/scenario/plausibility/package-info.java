/** What is known of the figures of a real place, and what a run gives for them. */
package org.chalaco.scenario.plausibility;
