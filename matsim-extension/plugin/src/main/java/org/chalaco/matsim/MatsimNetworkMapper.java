// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.network.NetworkDescription;
import org.chalaco.formats.network.NetworkVocabulary;
import org.matsim.api.core.v01.Scenario;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.network.Network;
import org.matsim.api.core.v01.network.Node;
import org.matsim.core.config.ConfigUtils;

/**
 * Makes the road from MATSim's network: nodes and links with their attributes, lanes where lane
 * definitions are used, turn restrictions.
 *
 * <p>Lanes are whole: a part of a lane is rounded, at least to one. Attributes of nodes and links
 * override what geometry says ({@link NetworkVocabulary}).
 */
final class MatsimNetworkMapper implements Provider<MappedNetwork> {

    private static final Logger LOG = LogManager.getLogger(MatsimNetworkMapper.class);
    private static final double SHORTEST = 0.1;

    private final Scenario scenario;
    private final Problems problems = new Problems();

    @Inject
    MatsimNetworkMapper(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * The network.
     *
     * @throws org.chalaco.formats.InvalidInputException naming everything that cannot be a road
     */
    @Override
    public MappedNetwork get() {
        Network network = scenario.getNetwork();
        ChalacoConfigGroup config =
                ConfigUtils.addOrGetModule(scenario.getConfig(), ChalacoConfigGroup.class);
        NetworkDescription description =
                new NetworkDescription(problems).allowUTurns(config.isUTurns());
        for (Node node : network.getNodes().values()) {
            description.junction(
                    node.getId().toString(),
                    node.getCoord().getX(),
                    node.getCoord().getY(),
                    text(node.getAttributes().getAttribute(NetworkVocabulary.CONTROL)));
        }
        List<Link> links = new ArrayList<>();
        for (Link link : network.getLinks().values()) {
            links.add(link);
            add(link, description);
        }
        LaneDefinitions lanes =
                scenario.getConfig().qsim().isUseLanes()
                        ? MatsimLanes.map(scenario.getLanes())
                        : LaneDefinitions.NONE;
        problems.throwIfErrors();
        MappedNetwork mapped = new MappedNetwork(description.build(lanes), links);
        problems.warnings().forEach(warning -> LOG.warn(warning.toString()));
        problems.throwIfErrors();
        return mapped;
    }

    private void add(Link link, NetworkDescription description) {
        String id = link.getId().toString();
        Map<String, String> attributes = new TreeMap<>();
        link.getAttributes()
                .getAsMap()
                .forEach((name, value) -> keep(id, name, value, attributes, description));
        attributes.put(
                NetworkVocabulary.CAPACITY,
                Double.toString(link.getCapacity() * 3600 / capacityPeriod()));
        int lanes = (int) Math.max(1, Math.round(link.getNumberOfLanes()));
        double length = Math.max(SHORTEST, link.getLength());
        try {
            org.chalaco.mobsim.network.Link ours =
                    org.chalaco.mobsim.network.Link.of(
                            id,
                            link.getFromNode().getId().toString(),
                            link.getToNode().getId().toString(),
                            length,
                            lanes,
                            link.getFreespeed());
            Set<String> modes = link.getAllowedModes();
            description.link(ours.withModes(modes).withAttributes(attributes));
        } catch (IllegalArgumentException e) {
            problems.add(ProblemType.NETWORK_LINK.error("link", id, e.getMessage(), ""));
        }
    }

    /** Turn restrictions are objects from MATSim 2024 on; everything else is text or a number. */
    private static void keep(
            String linkId,
            String name,
            Object value,
            Map<String, String> attributes,
            NetworkDescription description) {
        if (name.equals(NetworkVocabulary.DISALLOWED) && !(value instanceof String)) {
            TurnRestrictions.sequences(value)
                    .forEach(
                            (mode, sequences) ->
                                    sequences.forEach(s -> description.restrict(linkId, mode, s)));
        } else {
            attributes.put(name, text(value));
        }
    }

    private double capacityPeriod() {
        return scenario.getNetwork().getCapacityPeriod();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
