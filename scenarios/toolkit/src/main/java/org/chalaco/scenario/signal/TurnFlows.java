package org.chalaco.scenario.signal;

/** How many vehicles want to turn where in the design hour. */
@FunctionalInterface
public interface TurnFlows {

    /** Flow from the one link into the other, PCU/h. */
    double pcuPerHour(int fromLink, int toLink);
}
