// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.api.core.v01.network.Network;
import org.matsim.api.core.v01.network.Node;
import org.matsim.core.mobsim.qsim.interfaces.NetsimLink;
import org.matsim.core.mobsim.qsim.interfaces.NetsimNetwork;
import org.matsim.core.mobsim.qsim.interfaces.NetsimNode;
import org.matsim.vis.snapshotwriters.VisLink;

/** The network as MATSim's listeners, visualisers and signals see it. */
final class ChalacoNetsimNetwork implements NetsimNetwork {

    private final Network network;
    private final MappedNetwork mapped;
    private final ChalacoNetsimLink[] byIndex;
    private final Map<Id<Link>, ChalacoNetsimLink> links = new LinkedHashMap<>();
    private final Map<Id<Node>, ChalacoNetsimNode> nodes = new LinkedHashMap<>();

    ChalacoNetsimNetwork(Network network, MappedNetwork mapped, LinkHost host) {
        this.network = network;
        this.mapped = mapped;
        byIndex = new ChalacoNetsimLink[mapped.road().linkCount()];
        for (int k = 0; k < byIndex.length; k++) {
            byIndex[k] = new ChalacoNetsimLink(mapped.link(k), k, host);
            links.put(mapped.linkId(k), byIndex[k]);
        }
        network.getNodes().forEach((id, node) -> nodes.put(id, new ChalacoNetsimNode(node)));
    }

    MappedNetwork mapped() {
        return mapped;
    }

    /** The link of an index. */
    ChalacoNetsimLink link(int linkIndex) {
        return byIndex[linkIndex];
    }

    /**
     * The link of an id.
     *
     * @throws IllegalStateException if there is none
     */
    ChalacoNetsimLink getLink(Id<Link> id) {
        ChalacoNetsimLink link = links.get(id);
        if (link == null) {
            throw new IllegalStateException(
                    "The link (%s) is not in the network.%nMaybe activities or vehicles belong to another one?"
                            .formatted(id));
        }
        return link;
    }

    @Override
    public Network getNetwork() {
        return network;
    }

    @Override
    public Map<Id<Link>, ? extends VisLink> getVisLinks() {
        return Collections.unmodifiableMap(links);
    }

    @Override
    public Map<Id<Link>, ? extends NetsimLink> getNetsimLinks() {
        return Collections.unmodifiableMap(links);
    }

    @Override
    public Map<Id<Node>, ? extends NetsimNode> getNetsimNodes() {
        return Collections.unmodifiableMap(nodes);
    }

    @Override
    public NetsimLink getNetsimLink(Id<Link> id) {
        return links.get(id);
    }

    @Override
    public NetsimNode getNetsimNode(Id<Node> id) {
        return nodes.get(id);
    }
}
