package org.chalaco.tuning.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * No search at all: the plan of one formula, scored like any other. {@code webster}, {@code hcm},
 * {@code green-wave}, {@code uniform}.
 *
 * @param name of the formula
 * @param place which of the starting plans it is
 */
public record FormulaSearch(String name, int place) implements SearchMethod {

    public FormulaSearch {
        requireNonNull(name, "name");
    }

    @Override
    public Generation begin(SearchSetting setting) {
        return Generations.of(0, List.of(setting.start().get(place)), List.of(), true, setting);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        return generation;
    }
}
