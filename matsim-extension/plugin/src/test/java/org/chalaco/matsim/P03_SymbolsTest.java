// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: what of MATSim the plugin uses is known: every class, method and field that
 * its classes name, and every method of MATSim that they implement, stand in files that a reviewer
 * can hold against another release.
 *
 * <p>{@code -Dsymbols.write=true} writes them anew.
 */
class P03_SymbolsTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path FOLDER = Path.of("src", "test", "resources");

    @Test
    void everySymbolOfMatsimThatIsUsedIsListed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : classFiles()) {
            used.addAll(ClassFile.symbols(file, "org.matsim."));
        }
        assertThat(used).hasSizeGreaterThan(100);
        compare("matsim-symbols-used.txt", used);
    }

    @Test
    void everyMethodOfMatsimThatIsImplementedIsListed() throws Exception {
        Set<String> implemented = new TreeSet<>();
        for (Path file : classFiles()) {
            Class<?> ours = Class.forName(nameOf(file));
            for (Method method : ours.getDeclaredMethods()) {
                boolean candidate =
                        !method.isSynthetic() && !Modifier.isStatic(method.getModifiers());
                if (candidate) {
                    ofMatsim(ours, method).ifPresent(implemented::add);
                }
            }
        }
        assertThat(implemented).hasSizeGreaterThan(30);
        if (!Boolean.getBoolean("symbols.write")) {
            assumeTrue(ScenarioCopy.isBefore2024(), "the list is that of release 15");
        }
        compare("matsim-symbols-implemented.txt", implemented);
    }

    @Test
    void onlyThePackageOfSignalsTouchesTheSignalsContrib() throws IOException {
        Set<String> elsewhere = new TreeSet<>();
        Set<String> signals = new TreeSet<>();
        for (Path file : classFiles()) {
            boolean ofSignals = nameOf(file).startsWith("org.chalaco.matsim.signals.");
            (ofSignals ? signals : elsewhere)
                    .addAll(ClassFile.symbols(file, "org.matsim.contrib."));
        }
        assertThat(elsewhere).isEmpty();
        assertThat(signals).isNotEmpty();
    }

    /** What changed its name or form after release 15 is not named; see decision 0017. */
    @Test
    void nothingIsNamedThatNewerReleasesCallOtherwise() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : classFiles()) {
            used.addAll(ClassFile.symbols(file, "org.matsim."));
        }
        assertThat(used)
                .noneMatch(s -> s.contains("QVehicle.setCurrentLink"))
                .noneMatch(s -> s.contains(".getCurrentLink "))
                .noneMatch(s -> s.contains("InternalInterface.getMobsim"))
                .noneMatch(s -> s.contains("mobsim.qsim.QSim."))
                .noneMatch(s -> s.contains("addNamedComponent"))
                .noneMatch(s -> s.contains("QSimComponentsConfig."))
                .noneMatch(
                        s ->
                                s.matches(
                                        ".*Config\\.(controler|planCalcScore|strategy|plansCalcRoute|parallelEventHandling) .*"))
                .noneMatch(s -> s.contains("javax.inject"));
    }

    private static java.util.Optional<String> ofMatsim(Class<?> ours, Method method) {
        for (Class<?> type : supertypes(ours)) {
            if (type.getName().startsWith("org.matsim.")) {
                for (Method theirs : type.getDeclaredMethods()) {
                    if (theirs.getName().equals(method.getName())
                            && theirs.getParameterCount() == method.getParameterCount()
                            && !Modifier.isPrivate(theirs.getModifiers())) {
                        return java.util.Optional.of(
                                type.getName()
                                        + "."
                                        + theirs.getName()
                                        + " "
                                        + Arrays.toString(theirs.getParameterTypes()));
                    }
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove(0);
            List<Class<?>> above = new ArrayList<>(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                above.add(next.getSuperclass());
            }
            above.stream().filter(all::add).forEach(open::add);
        }
        return all;
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.class"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path file) {
        String path = CLASSES.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }

    private static void compare(String name, Set<String> symbols) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("symbols.write")) {
            Files.createDirectories(FOLDER);
            Files.write(file, symbols);
        }
        assertThat(symbols).containsExactlyElementsOf(Files.readAllLines(file));
    }
}
