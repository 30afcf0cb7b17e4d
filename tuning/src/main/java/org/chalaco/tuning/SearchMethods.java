package org.chalaco.tuning;

import java.util.ArrayList;
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
        List<SearchMethod> methods = new ArrayList<>();
        methods.add(GeneticSearch.STANDARD);
        methods.add(GeneticSearch.PLAIN);
        methods.add(new HillClimb());
        methods.add(new CmaEs());
        methods.add(new RandomSearch());
        methods.add(StudySearch.AS_PUBLISHED);
        for (StudySearch.Selection selection : StudySearch.Selection.values()) {
            for (StudySearch.Crossing crossing : StudySearch.Crossing.values()) {
                StudySearch kin = new StudySearch(selection, crossing);
                if (!kin.equals(StudySearch.AS_PUBLISHED)) {
                    methods.add(kin);
                }
            }
        }
        methods.add(new FormulaSearch("webster", StartingPlans.WEBSTER));
        methods.add(new FormulaSearch("uniform", StartingPlans.UNIFORM));
        methods.add(new FormulaSearch("hcm", StartingPlans.HCM));
        methods.add(new FormulaSearch("green-wave", StartingPlans.GREEN_WAVE));
        return List.copyOf(methods);
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
