// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigGroup;

/** Values of modules that have other names, and other getters, in other releases of MATSim. */
final class ModuleValue {

    private ModuleValue() {}

    /** The value of a parameter in the first of these modules that has it, or null. */
    static String find(Config config, String parameter, String... modules) {
        for (String name : modules) {
            ConfigGroup group = config.getModules().get(name);
            String value = group == null ? null : group.getParams().get(parameter);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
