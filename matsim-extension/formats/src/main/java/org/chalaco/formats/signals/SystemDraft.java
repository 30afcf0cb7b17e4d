package org.chalaco.formats.signals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.signal.SignalHead;

/** One signal system while its files are read. */
final class SystemDraft {

    /** A plan and the time of day it is for. */
    record PlanDraft(
            String id, double start, double stop, int cycle, int offset, List<Setting> settings) {

        boolean holdsAt(double time) {
            boolean always = !(start > 0) && !(stop > 0);
            if (always || start == stop) {
                return true;
            }
            double from = Double.isNaN(start) ? 0 : start;
            double until = Double.isNaN(stop) || stop == 0 ? Double.POSITIVE_INFINITY : stop;
            return from < until ? time >= from && time < until : time >= from || time < until;
        }

        /** Whether there is a time of day at which both hold. */
        boolean overlaps(PlanDraft other) {
            return holdsAt(Double.isNaN(other.start) ? 0 : other.start)
                    || other.holdsAt(Double.isNaN(start) ? 0 : start);
        }
    }

    /** When a group is green, as the file says it. */
    record Setting(String groupId, int onset, int dropping, int line) {}

    final String id;
    final int line;
    final Map<String, SignalHead> heads = new LinkedHashMap<>();
    final Map<String, List<SignalHead>> groups = new LinkedHashMap<>();
    final List<PlanDraft> plans = new ArrayList<>();
    final Map<String, Map<String, Integer>> intergreens = new TreeMap<>();
    boolean hasControl;

    /** Amber and red-amber of the system and of its signals, s; null where nothing is said. */
    Integer amber;

    Integer redAmber;
    final List<Integer> signalAmbers = new ArrayList<>();
    final List<Integer> signalRedAmbers = new ArrayList<>();

    SystemDraft(String id, int line) {
        this.id = id;
        this.line = line;
    }
}
