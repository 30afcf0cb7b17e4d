package org.chalaco.agents.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * What a message does; the names are FIPA's (Communicative Act Library, SC00037J), of which agents
 * here use these.
 */
public enum Performative {
    /** Asks to be told whenever something changes. */
    SUBSCRIBE,
    /** Asks for an action. */
    REQUEST,
    /** Will do what was asked for. */
    AGREE,
    /** Will not do what was asked for. */
    REFUSE,
    /** Tells a fact. */
    INFORM,
    /** Something that was under way has broken off. */
    FAILURE,
    /** Calls for proposals. */
    CFP,
    /** Offers to do something. */
    PROPOSE,
    /** Takes an offer. */
    ACCEPT_PROPOSAL,
    /** Declines an offer. */
    REJECT_PROPOSAL,
    /** Got something that makes no sense here. */
    NOT_UNDERSTOOD;

    /** The name on the wire, for example {@code accept-proposal}. */
    public String fipaName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The performative of this name on the wire, in any case; empty if agents do not use it. */
    public static Optional<Performative> find(String fipaName) {
        for (Performative performative : values()) {
            if (performative.fipaName().equalsIgnoreCase(fipaName)) {
                return Optional.of(performative);
            }
        }
        return Optional.empty();
    }
}
