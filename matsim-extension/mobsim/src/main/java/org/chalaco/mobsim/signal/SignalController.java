package org.chalaco.mobsim.signal;

/**
 * Decides which stage of one intersection is green.
 *
 * <p>Asked once per second, on the first step that begins at or after it, of one thread, in the
 * order of the systems. What it wants goes through a {@link SignalGuard}, which keeps minimum
 * greens, intergreens and the longest red whatever is asked for. A controller may keep a state of
 * its own; to give the same run twice it must use neither clock nor unseeded chance.
 */
@FunctionalInterface
public interface SignalController {

    /** What to do in the second that begins now. */
    StageDecision decide(SignalView view);
}
