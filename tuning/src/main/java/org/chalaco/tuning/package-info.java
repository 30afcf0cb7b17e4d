/**
 * Signal tuning: from a problem to better plans, with proof. {@code SignalTuning} is the way in.
 */
package org.chalaco.tuning;
