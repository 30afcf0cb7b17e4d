package org.chalaco.agents.runtime;

import org.chalaco.mobsim.traffic.RandomStream;

/**
 * A bad line between agents: each message is lost, or comes late, by chance. What is said to or by
 * the street is never lost: it is not sent through the air.
 *
 * @param lost share of messages that never arrive, in [0, 1]
 * @param late share of the others that come late, in [0, 1]
 * @param beatsLate by how many beats
 * @param seed of the chance
 */
public record MessageLoss(double lost, double late, int beatsLate, long seed) {

    /** A good line. */
    public static final MessageLoss NONE = new MessageLoss(0, 0, 0, 0);

    /** What {@link #delay} says of a message that never arrives. */
    static final int NEVER = -1;

    public MessageLoss {
        if (!(lost >= 0 && lost <= 1 && late >= 0 && late <= 1) || beatsLate < 0) {
            throw new IllegalArgumentException(
                    "A loss of (%s), (%s) late by (%d) beats is impossible."
                            .formatted(lost, late, beatsLate));
        }
    }

    /**
     * By how many beats a message is late, or never comes.
     *
     * @param conversation its number in the run
     * @param message its number in the conversation
     */
    int delay(long conversation, long message) {
        if (lost == 0 && late == 0) {
            return 0;
        }
        RandomStream random =
                RandomStream.of(seed, conversation * 1_000_003L + message, "message loss");
        if (random.nextDouble() < lost) {
            return NEVER;
        }
        return random.nextDouble() < late ? beatsLate : 0;
    }
}
