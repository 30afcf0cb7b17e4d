package org.chalaco.formats.config;

import java.util.List;

/**
 * The parameters of one module or parameter set that are used here.
 *
 * @param module name of the module, with the parameter set after a dot
 * @param parameters in the order of the manual
 */
public record ParameterTable(String module, List<Parameter<?>> parameters) {

    public ParameterTable {
        parameters = List.copyOf(parameters);
    }

    /** Every module and parameter set, in the order of the manual. */
    public static List<ParameterTable> all() {
        return List.of();
    }
}
