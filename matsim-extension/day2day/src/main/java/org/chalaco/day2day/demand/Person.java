package org.chalaco.day2day.demand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Someone who travels, or a vehicle that does (a truck, a combi on its round).
 *
 * @param id file id
 * @param attributes what the file says of the person; {@code subpopulation} is MATSim's word for
 *     groups
 * @param plans the plans the person remembers, at least one
 * @param selected index of the plan to carry out
 */
public record Person(String id, Map<String, String> attributes, List<Plan> plans, int selected) {

    public Person {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        plans = List.copyOf(plans);
        if (selected < 0 || selected >= plans.size()) {
            throw new IllegalArgumentException(
                    "Person (%s) selects plan (%d) of (%d).".formatted(id, selected, plans.size()));
        }
    }

    /** A person with one plan. */
    public static Person of(String id, Map<String, String> attributes, Plan plan) {
        return new Person(id, attributes, List.of(plan), 0);
    }

    /** Group the person belongs to, or null (MATSim: attribute {@code subpopulation}). */
    public String subpopulation() {
        return attributes.get("subpopulation");
    }

    /** The plan to carry out. */
    public Plan selectedPlan() {
        return plans.get(selected);
    }

    /** The same person with the selected plan replaced. */
    public Person withSelectedPlan(Plan plan) {
        List<Plan> copy = new ArrayList<>(plans);
        copy.set(selected, plan);
        return new Person(id, attributes, copy, selected);
    }

    /** The same person with other plans. */
    public Person withPlans(List<Plan> newPlans, int newSelected) {
        return new Person(id, attributes, newPlans, newSelected);
    }
}
