package org.chalaco.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: nobody passes the contract by doing nothing, or by always giving up. */
class P02_ContractCanFailTest {

    @TempDir private Path folder;

    private static List<Method> tests() {
        return Stream.of(MobsimContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Holds.class))
                .toList();
    }

    /** Tests of the contract that somebody passes who ends every run like this. */
    private List<String> passedBy(RuntimeException failure) throws IllegalAccessException {
        MobsimContract contract = new UnfitRunner(failure);
        contract.folder = folder;
        List<String> passed = new ArrayList<>();
        for (Method test : tests()) {
            try {
                test.setAccessible(true);
                test.invoke(contract);
                passed.add(test.getName());
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).as(test.getName()).isNotNull();
            }
        }
        return passed;
    }

    @Test
    void whoDoesNothingPassesNothing() throws IllegalAccessException {
        assertThat(passedBy(null)).isEmpty();
    }

    @Test
    void whoGivesUpPassesNothing() throws IllegalAccessException {
        assertThat(passedBy(new IllegalStateException("no"))).isEmpty();
    }

    @Test
    void everyBehaviourHasATest() {
        Set<Behaviour> tested = EnumSet.noneOf(Behaviour.class);
        tests().forEach(test -> tested.add(test.getAnnotation(Holds.class).value()));

        assertThat(tested).containsExactly(Behaviour.values());
        assertThat(tested.stream().map(Behaviour::number).distinct()).hasSize(27);
    }
}
