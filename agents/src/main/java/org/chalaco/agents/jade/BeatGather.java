package org.chalaco.agents.jade;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.runtime.AgentRole.Reaction;

/**
 * What the agents of one container do in one beat, until all of them have acted or time is up.
 * Thread-safe: every agent has its own thread.
 */
final class BeatGather {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<String> missing;
    private final TreeSet<String> speaking = new TreeSet<>();
    private final TreeMap<String, Reaction> reactions = new TreeMap<>();
    private final TreeSet<String> dead = new TreeSet<>();
    private boolean closed;

    BeatGather(TreeSet<String> agents) {
        missing = new TreeSet<>(agents);
    }

    /** Whether an agent may still speak; one that is late must not. */
    boolean begin(String agent) {
        lock.lock();
        try {
            if (closed || !missing.contains(agent)) {
                return false;
            }
            speaking.add(agent);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether time is up. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** An agent has said all this. */
    void done(String agent, Reaction reaction) {
        lock.lock();
        try {
            reactions.put(agent, reaction);
            speaking.remove(agent);
            missing.remove(agent);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** An agent is gone for good. */
    void died(String agent) {
        lock.lock();
        try {
            if (missing.remove(agent)) {
                speaking.remove(agent);
                dead.add(agent);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for all, and closes. */
    void await(long milliseconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (!missing.isEmpty() && (left > 0 || !speaking.isEmpty())) {
                // who has begun to speak is heard out
                left = changed.awaitNanos(Math.max(left, 1_000_000));
            }
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** The beat as it is told to the street. */
    Control.BeatDone report(String steward, Control.Beat beat) {
        lock.lock();
        try {
            TreeMap<String, Integer> counts = new TreeMap<>();
            List<String> again = new ArrayList<>();
            List<Control.Line> trace = new ArrayList<>();
            reactions.forEach(
                    (agent, reaction) -> {
                        if (reaction.again()) {
                            again.add(agent);
                        }
                        for (AgentMessage message : reaction.said()) {
                            counts.merge(message.receiver(), 1, Integer::sum);
                            if (beat.trace() == 1) {
                                trace.add(line(message));
                            }
                        }
                    });
            List<Control.Sent> sent = new ArrayList<>();
            counts.forEach((receiver, n) -> sent.add(new Control.Sent(receiver, n)));
            return new Control.BeatDone(
                    steward,
                    beat.conversation(),
                    beat.beat(),
                    sent,
                    again,
                    List.copyOf(missing),
                    List.copyOf(dead),
                    trace);
        } finally {
            lock.unlock();
        }
    }

    private static Control.Line line(AgentMessage message) {
        return new Control.Line(
                message.performative().fipaName(),
                message.sender(),
                message.receiver(),
                Wire.text(message.content()));
    }
}
