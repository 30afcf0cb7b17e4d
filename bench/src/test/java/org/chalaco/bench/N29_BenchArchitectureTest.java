package org.chalaco.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: inside bench, frameworks stay in their place and nothing goes in circles. */
class N29_BenchArchitectureTest {

    private static final JavaClasses SCANNED =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.chalaco.bench");

    @Test
    void frameworksStayInTheirPlace() {
        assertThat(SCANNED).hasSizeGreaterThan(20);
        usedOnlyIn("picocli..", "org.chalaco.bench");
        usedOnlyIn("org.openjdk.jmh..", "org.chalaco.bench", "org.chalaco.bench.kernel..");
    }

    private static void usedOnlyIn(String framework, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(framework)
                .check(SCANNED);
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("org.chalaco.bench.(*)..").should().beFreeOfCycles().check(SCANNED);
    }

    @Test
    void onlyWhatStartsOtherProgramsTouchesProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.chalaco.bench.process")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(SCANNED);
    }
}
