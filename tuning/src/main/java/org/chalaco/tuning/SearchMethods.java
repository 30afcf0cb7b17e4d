package org.chalaco.tuning;

import java.util.List;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.search.CmaEs;
import org.chalaco.tuning.search.FormulaSearch;
import org.chalaco.tuning.search.GeneticSearch;
import org.chalaco.tuning.search.HillClimb;
import org.chalaco.tuning.search.RandomSearch;
import org.chalaco.tuning.search.SearchMethod;
import org.chalaco.tuning.search.StudySearch;

/** The methods by name, each with its usual parameters. */
public final class SearchMethods {

    private SearchMethods() {}

    /** All methods; the first is the default. */
    public static List<SearchMethod> list() {
        return List.of(
                GeneticSearch.STANDARD,
                GeneticSearch.PLAIN,
                new HillClimb(),
                new CmaEs(),
                new RandomSearch(),
                StudySearch.AS_PUBLISHED,
                new FormulaSearch("webster", StartingPlans.WEBSTER),
                new FormulaSearch("uniform", StartingPlans.UNIFORM),
                new FormulaSearch("hcm", StartingPlans.HCM),
                new FormulaSearch("green-wave", StartingPlans.GREEN_WAVE));
    }

    /**
     * A method by name.
     *
     * @throws InvalidTuningException if there is none of this name
     */
    public static SearchMethod getMethod(String name) {
        return list().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidTuningException(
                                        List.of(
                                                "CH-TUN-008: There is no search method (%s). Maybe one of %s?"
                                                        .formatted(
                                                                name,
                                                                list().stream()
                                                                        .map(SearchMethod::name)
                                                                        .toList()))));
    }
}
