package org.chalaco.analysis.kpi;

/** How an intersection is controlled, as far as its level of service is concerned. */
public enum IntersectionControl {
    /** A signal stands at one of its approaches. */
    SIGNALISED,
    /** Priority, all-way stop or right before left. */
    UNSIGNALISED,
    /** A merge on the ring of a roundabout. */
    ROUNDABOUT
}
