package org.chalaco.agents.jade;

/**
 * How agents live on JADE.
 *
 * @param members other processes that must join before a run begins; 0: everything in this one
 * @param port on the loopback address where they join; 0: any free one
 * @param limit real time after which an agent is late, ms
 * @param joinLimit real time to wait for members, ms
 */
public record JadeSettings(int members, int port, long limit, long joinLimit) {

    /** In this process; an agent may take 10 s. */
    public static final JadeSettings IN_PROCESS = new JadeSettings(0, 0, 10_000, 120_000);

    public JadeSettings {
        if (members < 0 || port < 0 || port > 65_535 || limit < 1 || joinLimit < 1) {
            throw new IllegalArgumentException(
                    "Members (%d) at port (%d) within (%d ms) and (%d ms) are impossible."
                            .formatted(members, port, joinLimit, limit));
        }
    }

    /** The same with members at a port. */
    public JadeSettings withMembers(int newMembers, int newPort) {
        return new JadeSettings(newMembers, newPort, limit, joinLimit);
    }

    /** The same with another time after which an agent is late, ms. */
    public JadeSettings withLimit(long newLimit) {
        return new JadeSettings(members, port, newLimit, joinLimit);
    }
}
