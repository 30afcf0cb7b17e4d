// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.HashMap;
import java.util.Map;
import org.matsim.api.core.v01.network.Node;
import org.matsim.core.mobsim.qsim.interfaces.NetsimNode;

/** A node as MATSim's listeners see it. */
final class ChalacoNetsimNode implements NetsimNode {

    private final Node node;
    private final Map<String, Object> customAttributes = new HashMap<>();

    ChalacoNetsimNode(Node node) {
        this.node = node;
    }

    @Override
    public Node getNode() {
        return node;
    }

    @Override
    public Map<String, Object> getCustomAttributes() {
        return customAttributes;
    }
}
