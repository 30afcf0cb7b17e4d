package org.chalaco.mobsim.engine;

/** What a run counts as it goes; written from one thread. */
final class RunCounters {
    long departures;
    long entered;
    long arrived;
    long removed;
    long wrongLaneTurns;
    long redLightsRun;
    long laneChanges;
    long vehicleUpdates;
    int peakOnRoad;
    double waitingOutsideSeconds;
}
