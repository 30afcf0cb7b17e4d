package org.chalaco.tuning.search;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;

/** Draws genomes at random and keeps the best: what every cleverer method has to beat. */
public final class RandomSearch implements SearchMethod {

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Generation begin(SearchSetting setting) {
        List<double[]> genomes = new ArrayList<>(setting.start());
        return generation(0, genomes, setting);
    }

    @Override
    public Generation next(Generation generation, SearchSetting setting) {
        List<double[]> genomes = new ArrayList<>();
        genomes.add(generation.best().genes());
        return generation(generation.number() + 1, genomes, setting);
    }

    private static Generation generation(
            int number, List<double[]> genomes, SearchSetting setting) {
        RandomStream random = setting.random(number, "random search");
        while (genomes.size() < setting.populationSize()) {
            genomes.add(setting.randomGenome(random));
        }
        return Generations.of(number, genomes, List.of(), false, setting);
    }
}
