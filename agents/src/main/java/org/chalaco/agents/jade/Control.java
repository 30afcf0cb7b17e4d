package org.chalaco.agents.jade;

import java.util.List;
import org.chalaco.agents.protocol.ContentText;

/** What the street and the stewards of the containers tell each other to keep agents in beat. */
final class Control {

    /** Ontology of these messages. */
    static final String ONTOLOGY = "chalaco-beats";

    /** Texts of these messages. */
    static final ContentText TEXT =
            ContentText.of(
                    List.of(
                            Joined.class,
                            Host.class,
                            Hosted.class,
                            Release.class,
                            Beat.class,
                            Awaited.class,
                            BeatDone.class,
                            Sent.class,
                            Line.class,
                            Goodbye.class));

    private Control() {}

    /** A steward is there. */
    record Joined(String steward) {}

    /** Make an agent of this description. */
    record Host(String name, String description) {}

    /** It lives, or why not. */
    record Hosted(String name, String problem) {}

    /** Let it go. */
    record Release(String name) {}

    /**
     * A beat begins.
     *
     * @param trace 1: tell everything that is said
     */
    record Beat(long conversation, int beat, int trace, List<Awaited> agents) {}

    /** An agent acts when it has heard so many messages. */
    record Awaited(String agent, int messages) {}

    /** A beat is over in a container. */
    record BeatDone(
            String steward,
            long conversation,
            int beat,
            List<Sent> sent,
            List<String> again,
            List<String> late,
            List<String> dead,
            List<Line> trace) {}

    /** So many messages were sent to someone. */
    record Sent(String receiver, int messages) {}

    /** Something that was said. */
    record Line(String performative, String sender, String receiver, String content) {}

    /** The run is over. */
    record Goodbye(String reason) {}
}
