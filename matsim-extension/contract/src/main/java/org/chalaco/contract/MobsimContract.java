package org.chalaco.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole contract: extend it, say what is under test, and run it.
 *
 * <pre>{@code
 * class P01_EmbeddedLoopContractTest extends MobsimContract {
 *     @Override
 *     protected MobsimUnderTest mobsim() {
 *         return new EmbeddedLoop();
 *     }
 * }
 * }</pre>
 *
 * <p>A behaviour that the runner does not offer is aborted with the reason, which is printed and
 * written, as is every result, to {@code target/contract-<class>.md}.
 */
@ExtendWith(ContractResults.class)
public abstract class MobsimContract
        implements TripContract,
                VehicleContract,
                RouteContract,
                LaneContract,
                TimeContract,
                FlowContract,
                SpeedContract,
                ChangeContract,
                TransitContract,
                SignalContract,
                SignalPlanContract {

    @TempDir Path folder;

    private int runs;

    /** What is under test. */
    protected abstract MobsimUnderTest mobsim();

    @BeforeEach
    void skipWhatIsNotOffered(TestInfo test) {
        Holds holds = test.getTestMethod().orElseThrow().getAnnotation(Holds.class);
        if (holds == null) {
            return;
        }
        Optional<String> reason = mobsim().whyNot(holds.value());
        reason.ifPresent(
                text -> System.out.printf("%s: %s: %s%n", mobsim().name(), holds.value(), text));
        Assumptions.assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    }

    @Override
    public final RecordedRun run(ScenarioFiles scenario) {
        RecordedRun run = tryToRun(scenario, event -> {});
        if (run.failure() != null) {
            throw new AssertionError(mobsim().name() + " failed", run.failure());
        }
        return run;
    }

    @Override
    public final RecordedRun tryToRun(ScenarioFiles scenario, Consumer<RecordedEvent> somebody) {
        RecordedRun run = new RecordedRun().alsoTo(somebody);
        Path place = folder.resolve("run" + runs++);
        try {
            Files.createDirectories(place);
            scenario.write(place);
            mobsim().run(place, run);
        } catch (Exception e) {
            run.failed(e);
        }
        return run;
    }
}
