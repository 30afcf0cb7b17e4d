package org.chalaco.day2day.road;

import org.chalaco.mobsim.signal.SignalPlan;

/**
 * A signal plays another plan from a time on.
 *
 * @param time s since midnight
 * @param systemIndex place in the list of signal systems
 * @param plan the plan, or null: the signal is off
 */
public record PlanChange(double time, int systemIndex, SignalPlan plan) {}
