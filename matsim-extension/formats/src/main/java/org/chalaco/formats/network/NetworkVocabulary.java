package org.chalaco.formats.network;

import org.chalaco.formats.xml.Numbers;
import org.chalaco.mobsim.network.Link;

/** Names of attributes in network files that mean something here. */
public final class NetworkVocabulary {

    /** Attribute of a node: its {@code JunctionControl}. */
    public static final String CONTROL = "chalaco:control";

    /** Attribute of a link: its rank at priority junctions. */
    public static final String RANK = "chalaco:rank";

    /**
     * Attribute of a link whose lane connections differ from what geometry says: a JSON object from
     * the next link to a list of [lane, lane of the next link], lanes counted from the kerb.
     */
    public static final String CONNECTIONS = "chalaco:connections";

    /**
     * Attribute of a link: MATSim's turn restrictions, a JSON object from mode to lists of links
     * that may not be driven next.
     */
    public static final String DISALLOWED = "disallowedNextLinks";

    /** Attribute of a network: whom to credit for its data, and under which licence. */
    public static final String SOURCE = "chalaco:source";

    /** Key in {@code Link.attributes}: capacity, veh/h. */
    public static final String CAPACITY = "capacity";

    /** Java class that MATSim gives {@link #DISALLOWED}. */
    static final String DISALLOWED_CLASS =
            "org.matsim.core.network.turnRestrictions.DisallowedNextLinks";

    /** Capacity of a link in the file it was read from, veh/h; NaN if it gave none. */
    public static double fileCapacity(Link link) {
        String text = link.attributes().get(CAPACITY);
        return text == null ? Double.NaN : Numbers.parse(text);
    }

    private NetworkVocabulary() {}
}
