package org.chalaco.formats.network;

import java.nio.file.Path;
import java.util.Set;
import org.chalaco.formats.AttributeClasses;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Reads MATSim networks, v2 (and what v1 has in common with it), plain or gzipped.
 *
 * <p>A node becomes a junction, its control taken from the attribute {@value
 * NetworkVocabulary#CONTROL}; a link becomes a link, its rank taken from {@value
 * NetworkVocabulary#RANK} or from its looks. Capacity, in veh/h, and everything else a link says of
 * itself are kept in {@code Link.attributes}. Turn restrictions come from MATSim's {@value
 * NetworkVocabulary#DISALLOWED}, lane connections from {@value NetworkVocabulary#CONNECTIONS} or
 * from lane definitions; without either they are derived. Elevations and attributes of nodes and of
 * the network as a whole are not kept.
 *
 * <p>Not thread-safe. A network that was read with errors is only fit for finding more of them.
 */
public final class NetworkReader {

    private final Problems problems;
    private final AttributeClasses classes = new AttributeClasses();
    private InputLimits limits = InputLimits.STANDARD;
    private LaneDefinitions lanes = LaneDefinitions.NONE;
    private Set<String> modes = Set.of();

    /** A reader that reports here. */
    public NetworkReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a network that must be right.
     *
     * @throws org.chalaco.formats.InvalidInputException naming everything that is wrong
     */
    public static RoadNetwork read(Path file) {
        Problems problems = new Problems();
        RoadNetwork network = new NetworkReader(problems).readNetwork(file);
        problems.throwIfErrors();
        return network;
    }

    /** Uses other limits than the standard ones. */
    public NetworkReader limits(InputLimits newLimits) {
        limits = newLimits;
        return this;
    }

    /**
     * Leaves out links that none of these modes may use, such as rails and footpaths, which would
     * otherwise be streets of their own; their nodes stay.
     */
    public NetworkReader onlyLinksFor(Set<String> newModes) {
        modes = Set.copyOf(newModes);
        return this;
    }

    /** Connects the lanes of these links as defined, instead of deriving their connections. */
    public NetworkReader lanes(LaneDefinitions definitions) {
        lanes = definitions;
        return this;
    }

    /** Reads a network; what is wrong is reported and replaced by something harmless. */
    public RoadNetwork readNetwork(Path file) {
        return readParts(file).build(file.toString(), lanes, false, problems);
    }

    private NetworkParts readParts(Path file) {
        return new NetworkElements(problems, limits, classes, modes).read(file);
    }

    /** Java classes of the attributes read so far. */
    public AttributeClasses attributeClasses() {
        return classes;
    }
}
