package org.chalaco.app.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the table of ARCHITECTURE.md, who may use whom. Never disabled. */
class ArchitectureTest {

    private static final JavaClasses SCANNED =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.chalaco");

    private static final Area MOBSIM = Area.tree(SCANNED, "org.chalaco.mobsim");
    private static final Area ANALYSIS = Area.tree(SCANNED, "org.chalaco.analysis");
    private static final Area DAY2DAY = Area.tree(SCANNED, "org.chalaco.day2day");
    private static final Area FORMATS = Area.tree(SCANNED, "org.chalaco.formats");
    private static final Area CONTRACT = Area.tree(SCANNED, "org.chalaco.contract");
    private static final Area SCENARIO = Area.tree(SCANNED, "org.chalaco.scenario");
    private static final Area TUNING = Area.tree(SCANNED, "org.chalaco.tuning");
    private static final Area VISION = Area.tree(SCANNED, "org.chalaco.vision");
    private static final Area AGENTS = Area.tree(SCANNED, "org.chalaco.agents");
    private static final Area APP = Area.tree(SCANNED, "org.chalaco.app");

    private static final Area NETWORK = Area.only(SCANNED, "org.chalaco.mobsim.network");
    private static final Area TRAFFIC = Area.only(SCANNED, "org.chalaco.mobsim.traffic");
    private static final Area MODEL = Area.only(SCANNED, "org.chalaco.mobsim.model");
    private static final Area DETECTOR = Area.only(SCANNED, "org.chalaco.mobsim.detector");
    private static final Area SIGNAL = Area.only(SCANNED, "org.chalaco.mobsim.signal");
    private static final Area EVENT = Area.only(SCANNED, "org.chalaco.mobsim.event");
    private static final Area RUN = Area.only(SCANNED, "org.chalaco.mobsim.run");
    private static final Area ENGINE = Area.only(SCANNED, "org.chalaco.mobsim.engine");
    private static final Area FACADE = Area.only(SCANNED, "org.chalaco.mobsim");

    private static final String[] FILES = {"java.io..", "java.nio..", "java.net.."};

    @Test
    void theScanFindsEveryArea() {
        List<Area> modules =
                List.of(
                        MOBSIM, ANALYSIS, DAY2DAY, FORMATS, CONTRACT, SCENARIO, TUNING, VISION,
                        AGENTS, APP);
        List<Area> kernel =
                List.of(NETWORK, TRAFFIC, MODEL, DETECTOR, SIGNAL, EVENT, RUN, ENGINE, FACADE);
        assertThat(modules).allSatisfy(area -> assertThat(area.size()).as("%s", area).isPositive());
        assertThat(kernel).allSatisfy(area -> assertThat(area.size()).as("%s", area).isPositive());
        assertThat(SCANNED).hasSizeGreaterThan(100);
    }

    @Test
    void modulesUseOnlyWhatTheTableAllows() {
        MOBSIM.dependsOn().verify();
        ANALYSIS.dependsOn(MOBSIM).and(FILES).verify();
        DAY2DAY.dependsOn(MOBSIM, ANALYSIS).and(FILES).verify();
        FORMATS.dependsOn(MOBSIM, DAY2DAY)
                .and("java.io..", "java.nio..", "java.net..", "javax.xml..", "org.xml..")
                .verify();
        CONTRACT.dependsOn()
                .and("java.io..", "java.nio..", "org.junit..", "org.assertj..")
                .verify();
        TUNING.dependsOn(MOBSIM, ANALYSIS).and("java.io..", "java.nio..", "io.jenetics..").verify();
        AGENTS.dependsOn(MOBSIM)
                .and("java.io..", "java.nio..", "java.net..", "java.util.logging..", "jade..")
                .verify();
        VISION.dependsOn(MOBSIM)
                .and("java.io..", "java.nio..", "java.net..", "java.security..", "java.time..")
                .and("java.awt..", "ai.djl..")
                .and("org.opencv..", "nu.pattern..", "com.fasterxml.jackson..", "org.bytedeco..")
                .verify();
        SCENARIO.dependsOn(MOBSIM, ANALYSIS, DAY2DAY, FORMATS)
                .and(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "org.apache.commons.csv..",
                        "crosby.binary..",
                        "com.google.protobuf..",
                        "org.ejml..",
                        "java.time..")
                .verify();
    }

    @Test
    void insideTheKernelEverySightlineIsAllowed() {
        NETWORK.dependsOn().verify();
        TRAFFIC.dependsOn(NETWORK).verify();
        MODEL.dependsOn(TRAFFIC).verify();
        DETECTOR.dependsOn(NETWORK, TRAFFIC).verify();
        SIGNAL.dependsOn(NETWORK, TRAFFIC, DETECTOR).verify();
        EVENT.dependsOn(NETWORK, TRAFFIC, DETECTOR, SIGNAL).verify();
        RUN.dependsOn(NETWORK, TRAFFIC, DETECTOR, SIGNAL, EVENT).verify();
        ENGINE.dependsOn(NETWORK, TRAFFIC, MODEL, DETECTOR, SIGNAL, EVENT, RUN).verify();
        FACADE.dependsOn(NETWORK, TRAFFIC, MODEL, DETECTOR, SIGNAL, EVENT, RUN, ENGINE).verify();
    }

    @Test
    void onlyRenderedCamerasSeeTheSimulation() {
        noClasses()
                .that()
                .resideInAPackage("org.chalaco.vision..")
                .and()
                .resideOutsideOfPackages("org.chalaco.vision.render", "org.chalaco.vision.training")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.chalaco.mobsim",
                        "org.chalaco.mobsim.network",
                        "org.chalaco.mobsim.run",
                        "org.chalaco.mobsim.signal",
                        "org.chalaco.mobsim.event",
                        "java.awt..")
                .check(SCANNED);
    }

    @Test
    void theEngineIsNotSeenFromOutsideTheKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.chalaco.mobsim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.chalaco.mobsim.engine")
                .check(SCANNED);
    }

    @Test
    void frameworksStayAtTheRim() {
        usedOnlyIn("picocli..", "org.chalaco.app", "org.chalaco.app.cli");
        usedOnlyIn("com.google.inject..", "org.chalaco.app..");
        usedOnlyIn("me.tongfei..", "org.chalaco.app.progress");
        usedOnlyIn(
                "com.fasterxml.jackson..",
                "org.chalaco.app..",
                "org.chalaco.vision.site",
                "org.chalaco.vision.detection");
        usedOnlyIn("org.opencv..", "org.chalaco.vision..");
        usedOnlyIn("nu.pattern..", "org.chalaco.vision.video");
        usedOnlyIn("ai.djl..", "org.chalaco.vision.training");
        usedOnlyIn("org.bytedeco..", "org.chalaco.vision.video");
        usedOnlyIn("javax.xml..", "org.chalaco.formats..");
        usedOnlyIn("org.apache.commons.csv..", "org.chalaco.scenario..");
        usedOnlyIn("crosby.binary..", "org.chalaco.scenario.osm");
        usedOnlyIn("com.google.protobuf..", "org.chalaco.scenario.osm");
        usedOnlyIn("org.ejml..", "org.chalaco.scenario.od");
        usedOnlyIn("org.apache.commons.statistics..", "org.chalaco.app.compare.statistics");
        usedOnlyIn("org.junit..", "org.chalaco.contract");
        usedOnlyIn("org.assertj..", "org.chalaco.contract");
        usedOnlyIn("io.jenetics..", "org.chalaco.tuning..");
        usedOnlyIn("jade..", "org.chalaco.agents.jade");
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
        slices().matching("org.chalaco.(*)..").should().beFreeOfCycles().check(SCANNED);
        slices().matching("org.chalaco.(**)").should().beFreeOfCycles().check(SCANNED);
    }

    @Test
    void noStaticStateChanges() {
        fields().that()
                .areStatic()
                .and(are(writtenByPeople()))
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(growing())
                .check(SCANNED);
    }

    private static DescribedPredicate<JavaField> writtenByPeople() {
        return DescribedPredicate.describe(
                "written by people", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static DescribedPredicate<JavaClass> growing() {
        Set<String> names =
                Set.of(
                        "java.util.ArrayList",
                        "java.util.HashMap",
                        "java.util.HashSet",
                        "java.util.TreeMap",
                        "java.util.LinkedHashMap",
                        "java.lang.StringBuilder",
                        "java.lang.ThreadLocal",
                        "java.util.Random");
        return DescribedPredicate.describe(
                "that can change",
                c ->
                        names.contains(c.getName())
                                || c.getPackageName().startsWith("java.util.concurrent"));
    }

    @Test
    void noClockAndNoChanceOutsideTheApp() {
        DescribedPredicate<JavaAccess<?>> clockOrChance =
                DescribedPredicate.describe(
                        "a clock or unseeded chance",
                        access ->
                                Set.of(
                                                        "java.lang.System.nanoTime",
                                                        "java.lang.System.currentTimeMillis",
                                                        "java.lang.Math.random",
                                                        "java.lang.StrictMath.random",
                                                        "java.time.Instant.now",
                                                        "java.time.LocalDate.now",
                                                        "java.time.LocalDateTime.now",
                                                        "java.util.UUID.randomUUID",
                                                        "java.util.Collections.shuffle")
                                                .contains(ownerAndName(access))
                                        || access.getTargetOwner()
                                                .getName()
                                                .equals("java.util.Random")
                                        || access.getTargetOwner()
                                                .getName()
                                                .equals("java.util.concurrent.ThreadLocalRandom"));
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.chalaco.app..", "org.chalaco.vision.video", "org.chalaco.agents.jade")
                .should()
                .accessTargetWhere(clockOrChance)
                .check(SCANNED);
    }

    private static String ownerAndName(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    @Test
    void onlyTheCommandLineWritesToTheScreen() {
        DescribedPredicate<JavaAccess<?>> screen =
                DescribedPredicate.describe(
                        "System.out or System.err",
                        access ->
                                Set.of("java.lang.System.out", "java.lang.System.err")
                                        .contains(ownerAndName(access)));
        noClasses()
                .that()
                .resideOutsideOfPackage("org.chalaco.contract")
                .and()
                .doNotHaveFullyQualifiedName("org.chalaco.app.Chalaco")
                .and()
                .areNotAssignableTo(hasMain())
                .should()
                .accessTargetWhere(screen)
                .check(SCANNED);
    }

    private static DescribedPredicate<JavaClass> hasMain() {
        return DescribedPredicate.describe(
                "a program of a scenario",
                c ->
                        c.getPackageName().startsWith("org.chalaco.scenario")
                                && c.tryGetMethod("main", String[].class).isPresent());
    }

    @Test
    void programsStartOnlyInAppAndScenarios() {
        methods()
                .that()
                .haveName("main")
                .and()
                .arePublic()
                .and()
                .areStatic()
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage("org.chalaco.app", "org.chalaco.scenario..")
                .check(SCANNED);
    }

    @Test
    void theInnerLoopAllocatesNoStreamsNoOptionalsNoBoxes() {
        noClasses()
                .that()
                .resideInAnyPackage("org.chalaco.mobsim.engine", "org.chalaco.mobsim.model")
                .should()
                .callMethodWhere(streamsAndBoxes())
                .check(SCANNED);
    }

    private static DescribedPredicate<JavaMethodCall> streamsAndBoxes() {
        Set<String> boxes =
                Set.of(
                        "java.lang.Integer",
                        "java.lang.Long",
                        "java.lang.Double",
                        "java.lang.Float",
                        "java.lang.Boolean");
        return DescribedPredicate.describe(
                "streams, optionals or boxes while steps are taken",
                call -> {
                    String owner = call.getTargetOwner().getName();
                    boolean box = call.getName().equals("valueOf") && boxes.contains(owner);
                    boolean stream =
                            owner.startsWith("java.util.stream.")
                                    || owner.startsWith("java.util.Optional");
                    return !isSetUp(call.getOrigin())
                            && (stream || box && !saysSomething(call.getOrigin()));
                });
    }

    /** Constructors, and methods that only constructors call, run once before the first step. */
    private static boolean isSetUp(JavaCodeUnit origin) {
        return origin.isConstructor()
                || !origin.getCallsOfSelf().isEmpty()
                        && origin.getCallsOfSelf().stream()
                                .allMatch(call -> call.getOrigin().isConstructor());
    }

    /** A box is allowed where a message is put together: the run is over then. */
    private static boolean saysSomething(JavaCodeUnit origin) {
        return origin.getMethodCallsFromSelf().stream()
                .anyMatch(
                        call ->
                                call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(t -> t.isEquivalentTo(Object[].class)));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Set<String> silent = new TreeSet<>();
        Path root = Path.of("..").toAbsolutePath().normalize();
        for (Path sources : sourceFolders(root)) {
            for (Path folder : foldersWithClasses(sources)) {
                if (!Files.exists(folder.resolve("package-info.java"))) {
                    silent.add(root.relativize(folder).toString());
                }
            }
        }
        assertThat(sourceFolders(root)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(silent).isEmpty();
    }

    private static List<Path> sourceFolders(Path root) throws IOException {
        try (Stream<Path> folders = Files.walk(root, 5)) {
            return folders.filter(f -> f.endsWith(Path.of("src", "main", "java"))).toList();
        }
    }

    private static Set<Path> foldersWithClasses(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
