package org.chalaco.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some packages, and what they may use: {@code MODEL.dependsOn(TRAFFIC).verify()}. */
final class Area {

    private final JavaClasses scanned;
    private final String[] packages;

    private Area(JavaClasses scanned, String... packages) {
        this.scanned = scanned;
        this.packages = packages;
    }

    /** A package and everything below it. */
    static Area tree(JavaClasses scanned, String packageName) {
        return new Area(scanned, packageName + "..");
    }

    /** One package, without those below it. */
    static Area only(JavaClasses scanned, String packageName) {
        return new Area(scanned, packageName);
    }

    /** This area may use itself, these areas and the Java platform's base. */
    Permission dependsOn(Area... areas) {
        return new Permission(Arrays.asList(areas), List.of());
    }

    /** Number of classes found in it. */
    long size() {
        DescribedPredicate<JavaClass> inside = resideInAnyPackage(packages);
        return scanned.stream().filter(inside).count();
    }

    @Override
    public String toString() {
        return String.join(", ", packages);
    }

    /** What an area may use. */
    final class Permission {

        private final List<Area> areas;
        private final List<String> frameworks;

        private Permission(List<Area> areas, List<String> frameworks) {
            this.areas = areas;
            this.frameworks = frameworks;
        }

        /** It may also use these packages of others. */
        Permission and(String... frameworkPackages) {
            List<String> all = new ArrayList<>(frameworks);
            all.addAll(List.of(frameworkPackages));
            return new Permission(areas, all);
        }

        /** Checks it on every class of the area. */
        void verify() {
            List<String> allowed =
                    new ArrayList<>(List.of("java.lang..", "java.util..", "java.math.."));
            allowed.addAll(Arrays.asList(packages));
            areas.forEach(area -> allowed.addAll(Arrays.asList(area.packages)));
            allowed.addAll(frameworks);
            DescribedPredicate<JavaClass> may =
                    describe(
                            "in " + allowed,
                            c ->
                                    c.getBaseComponentType().isPrimitive()
                                            || resideInAnyPackage(allowed.toArray(String[]::new))
                                                    .test(c.getBaseComponentType()));
            classes()
                    .that(resideInAnyPackage(packages))
                    .should()
                    .onlyDependOnClassesThat(may)
                    .check(scanned);
        }
    }
}
