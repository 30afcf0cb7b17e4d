package org.chalaco.mobsim.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The controllers of one run, which may agree among themselves: one object for all signalised
 * intersections, because neighbours that talk to each other need a common beat.
 *
 * <p>When a second begins, {@link #secondBegins} is called before any controller is asked, so that
 * everything agreed on then holds for all of them in that second, and all of them know of the same
 * past. Serves one run; not thread-safe. Like its controllers it must use neither clock nor
 * unseeded chance to give the same run twice.
 */
public interface SignalControl extends AutoCloseable {

    /** One controller per system, in the order of the systems; null where the plan plays. */
    List<SignalController> controllers();

    /**
     * A second begins; the controllers are asked next.
     *
     * @param time s since midnight
     */
    default void secondBegins(double time) {}

    /** Lets go of whatever the controllers run on. */
    @Override
    default void close() {}

    /** Controllers that know nothing of each other. */
    static SignalControl ofSingle(List<SignalController> controllers) {
        List<SignalController> copy = Collections.unmodifiableList(new ArrayList<>(controllers));
        return () -> copy;
    }
}
