package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.signal.Aspect;

/** A path through a junction. */
final class Connector extends Track {

    /** Where another connector crosses or joins. */
    record Conflict(
            Connector own,
            Connector other,
            double ownDistance,
            double otherDistance,
            boolean merge,
            boolean yieldsUnsignalised,
            boolean yieldsWhenBothGreen,
            boolean permissive) {

        /** Whether the own stream gives way although both are green. */
        boolean filters() {
            return yieldsWhenBothGreen && permissive;
        }

        /** Whether a vehicle there, at its waiting point or before, still gives way. */
        boolean otherGivesWay(double otherPosition) {
            return permissive
                    && !yieldsWhenBothGreen
                    && other.waitingPoint > 0
                    && otherPosition <= other.waitingPoint + 0.6
                    && other.isRuled();
        }
    }

    final Lane from;
    final Lane to;
    final boolean allWayStop;

    /** Rank of the link it leaves. */
    final int rank;

    final List<Conflict> conflicts = new ArrayList<>();

    /** The signal group's aspect, OFF where there is no signal. */
    Aspect aspect = Aspect.OFF;

    private final boolean byPriority;

    /** Where to give way inside the box, m; 0: nowhere. */
    double waitingPoint;

    Connector(
            int index,
            Lane from,
            Lane to,
            JunctionControl control,
            int rank,
            double length,
            double speedLimit) {
        super(index, length, speedLimit);
        this.from = from;
        this.to = to;
        allWayStop = control == JunctionControl.ALL_WAY_STOP;
        byPriority = control == JunctionControl.PRIORITY;
        this.rank = rank;
    }

    /** Finds the waiting point, if a signal stands here. */
    void findWaitingPoint() {
        double first =
                conflicts.stream()
                        .filter(c -> c.filters() && c.other().from.link != from.link)
                        .mapToDouble(c -> c.ownDistance() - 2.5)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
        waitingPoint = first >= 1.5 && first < Double.POSITIVE_INFINITY ? first : 0;
    }

    /** Whether it crosses another one, and does not only join others. */
    boolean crossesPaths() {
        return conflicts.stream().anyMatch(c -> !c.merge());
    }

    /** Whether a sign says give way: the link is of lower rank than one that goes first. */
    boolean isFromMinorRoad() {
        return byPriority
                && conflicts.stream()
                        .filter(c -> c.yieldsUnsignalised() && c.other().rank > rank)
                        .anyMatch(c -> c.other().from.freeSpeed > 10);
    }

    /** Whether a signal rules here. */
    boolean isRuled() {
        return aspect != Aspect.OFF && aspect != Aspect.FLASHING_AMBER;
    }

    /** Whether traffic may cross, as far as the signal goes. */
    boolean lets() {
        return aspect != Aspect.RED && aspect != Aspect.RED_AMBER;
    }
}
