package org.chalaco.app.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.app.run.FirstDay;
import org.chalaco.app.run.RunRequest;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.evaluation.EvaluationTask;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.evaluation.TrafficSums;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TuningProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a scenario travels to another machine and is the same problem there. */
class N43_ScenarioSourceTest {

    @TempDir private Path folder;

    private final ScenarioReader reader = new ScenarioReader(null);

    private static TuneRequest request(Path scenario, String backend) {
        return new TuneRequest(
                new RunRequest(
                        scenario.toString(),
                        null,
                        Map.of("global.randomSeed", "99"),
                        List.of(),
                        null,
                        null,
                        false),
                "genetic",
                List.of("delay"),
                10,
                TuningSettings.STANDARD,
                TimingRules.STANDARD,
                null,
                0,
                60,
                0.2,
                100,
                new TuneRequest.PlacementRequest(List.of(), List.of(), 0),
                backend);
    }

    @Test
    void whatArrivesIsTheSameProblem() throws Exception {
        Path scenario = TinyScenario.copyTo(folder.resolve("tiny"));
        TuneRequest request = request(scenario, null);
        ProblemSource sent = ScenarioSource.of(request, reader.folder(request.scenario()));
        byte[] bytes = bytes(sent);
        // nothing of the sender's disk is needed
        try (var files = Files.list(scenario)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        TuningProblem there = ((ProblemSource) object(bytes)).open();
        TinyScenario.copyTo(folder.resolve("again/tiny"));
        TuneRequest again = request(folder.resolve("again/tiny"), null);
        Problems problems = new Problems();
        TuningProblem here =
                new TuneProblem(new FirstDay(reader).of(again.scenario()), again, problems)
                        .make()
                        .orElseThrow();
        assertThat(there.name()).isEqualTo("tiny");
        assertThat(results(there)).isEqualTo(results(here));
    }

    private static List<TrafficSums> results(TuningProblem problem) {
        try (LocalThreads threads = LocalThreads.of(problem, 1)) {
            return threads.evaluate(
                    List.of(
                            new EvaluationTask(problem.presentPlans(), 1),
                            new EvaluationTask(problem.presentPlans(), 2)));
        }
    }

    private static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @Test
    void whatCannotTravelIsToldThere() throws IOException {
        Path scenario = TinyScenario.copyTo(folder.resolve("tiny"));
        Path config = scenario.resolve("config.xml");
        Files.writeString(
                config, Files.readString(config).replace("network.xml", "../network.xml"));
        Files.move(scenario.resolve("network.xml"), folder.resolve("network.xml"));
        TuneRequest request = request(scenario, null);
        ProblemSource source = ScenarioSource.of(request, reader.folder(request.scenario()));
        assertThatThrownBy(source::open)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("network.xml");
    }

    @Test
    void anAddressThatNobodyKnowsIsRefused() throws IOException {
        Path scenario = TinyScenario.copyTo(folder.resolve("tiny"));
        CommandLineRun run =
                CommandLineRun.of(
                        "tune",
                        scenario,
                        "--output",
                        folder.resolve("output"),
                        "--backend",
                        "spark://127.0.0.1:7077");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("spark://127.0.0.1:7077").contains("deploy/spark");
        assertThat(folder.resolve("output")).doesNotExist();
    }
}
