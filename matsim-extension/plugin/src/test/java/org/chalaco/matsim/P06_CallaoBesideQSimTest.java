// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.chalaco.matsim.signals.SignalsSetup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.matsim.api.core.v01.Scenario;
import org.matsim.contrib.signals.builder.Signals;
import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.controler.Controler;
import org.matsim.core.scenario.ScenarioUtils;

/**
 * FEATURE UNDER TEST: the Callao scenario, as our formats write it, runs in MATSim with iterations,
 * and its trips and volumes compare with those of QSim on the same folder.
 */
@Tag("slow")
class P06_CallaoBesideQSimTest {

    private final Path folder = Path.of("target", "callao");

    @Test
    void callaoRunsInMatsimWithIterations() throws IOException {
        List<DayRecord.Day> ours = run(true).days;
        List<DayRecord.Day> queue = run(false).days;
        Files.writeString(Path.of("target", "callao-beside-qsim.md"), table(ours, queue));

        assertThat(ours).hasSize(3);
        assertThat(ours.get(2).departed()).isGreaterThan(70_000);
        assertThat(ours.get(2).arrived()).isGreaterThan(ours.get(2).departed() * 9 / 10);
        double correlation = correlation(ours.get(2), queue.get(2));
        assertThat(correlation).isGreaterThan(0.9);
    }

    private DayRecord run(boolean chalaco) throws IOException {
        ((Logger) LogManager.getRootLogger()).setLevel(Level.WARN);
        Path config =
                ScenarioCopy.copy(
                        ScenarioCopy.root().resolve("scenarios/callao"),
                        folder.resolve(chalaco ? "chalaco" : "qsim"));
        List<String> args = new ArrayList<>(List.of(config.toString()));
        args.addAll(ScenarioCopy.quiet());
        args.addAll(List.of("--config:qsim.numberOfThreads", "1"));
        args.addAll(List.of("--config:global.numberOfThreads", "1"));
        args.addAll(
                List.of(
                        "--config:" + ScenarioCopy.controler() + ".outputDirectory",
                        config.resolveSibling("output").toString()));
        if (!chalaco) {
            // the queue model with signals cannot do without
            args.addAll(List.of("--config:qsim.usingFastCapacityUpdate", "false"));
        }
        String[] array = args.toArray(String[]::new);
        Controler controler = chalaco ? RunChalaco.prepare(array) : queue(array);
        Set<String> modes =
                new TreeSet<>(controler.getScenario().getConfig().qsim().getMainModes());
        DayRecord record = new DayRecord(modes);
        controler.addOverridingModule(
                new AbstractModule() {
                    @Override
                    public void install() {
                        addEventHandlerBinding().toInstance(record);
                        addControlerListenerBinding().toInstance(record);
                    }
                });
        controler.run();
        return record;
    }

    private static Controler queue(String[] args) {
        Config config = ConfigUtils.loadConfig(args, new ChalacoConfigGroup());
        Scenario scenario = ScenarioUtils.loadScenario(config);
        SignalsSetup.load(scenario);
        Controler controler = new Controler(scenario);
        Signals.configure(controler);
        return controler;
    }

    private static double correlation(DayRecord.Day a, DayRecord.Day b) {
        Set<String> links = new TreeSet<>(a.volumes.keySet());
        links.addAll(b.volumes.keySet());
        double n = links.size();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (String link : links) {
            double x = a.volumes.getOrDefault(link, 0);
            double y = b.volumes.getOrDefault(link, 0);
            sx += x;
            sy += y;
            sxx += x * x;
            syy += y * y;
            sxy += x * y;
        }
        return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
    }

    private static String table(List<DayRecord.Day> ours, List<DayRecord.Day> queue) {
        StringBuilder text =
                new StringBuilder(
                        "| iteration | mobsim | trips begun | arrived | stuck | mean trip s | link leaves | CPU s | wall s |\n|---|---|---|---|---|---|---|---|---|\n");
        for (int k = 0; k < ours.size(); k++) {
            text.append(row(k, "Chalaco", ours.get(k)));
            text.append(row(k, "QSim", queue.get(k)));
        }
        DayRecord.Day a = ours.get(ours.size() - 1);
        DayRecord.Day b = queue.get(queue.size() - 1);
        text.append("%nCorrelation of link volumes: %.3f%n%n".formatted(correlation(a, b)));
        text.append(
                "| mode | trips | arrived Chalaco | arrived QSim | mean s Chalaco | mean s QSim |\n|---|---|---|---|---|---|\n");
        for (String mode : a.departures.keySet()) {
            text.append(
                    "| %s | %d | %d | %d | %.0f | %.0f |%n"
                            .formatted(
                                    mode,
                                    a.departures.get(mode),
                                    a.arrivals.getOrDefault(mode, 0),
                                    b.arrivals.getOrDefault(mode, 0),
                                    a.seconds.getOrDefault(mode, 0.0)
                                            / a.arrivals.getOrDefault(mode, 1),
                                    b.seconds.getOrDefault(mode, 0.0)
                                            / b.arrivals.getOrDefault(mode, 1)));
        }
        Set<String> links = new TreeSet<>(a.volumes.keySet());
        links.addAll(b.volumes.keySet());
        text.append(
                "\nLinks with the greatest differences:\n\n| link | Chalaco | QSim |\n|---|---|---|\n");
        links.stream()
                .sorted(
                        java.util.Comparator.comparingInt(
                                l ->
                                        -Math.abs(
                                                a.volumes.getOrDefault(l, 0)
                                                        - b.volumes.getOrDefault(l, 0))))
                .limit(15)
                .forEach(
                        l ->
                                text.append(
                                        "| %s | %d | %d |%n"
                                                .formatted(
                                                        l,
                                                        a.volumes.getOrDefault(l, 0),
                                                        b.volumes.getOrDefault(l, 0))));
        return text.toString();
    }

    private static String row(int iteration, String mobsim, DayRecord.Day day) {
        return "| %d | %s | %d | %d | %d | %.1f | %d | %.1f | %.1f |%n"
                .formatted(
                        iteration,
                        mobsim,
                        day.departed(),
                        day.arrived(),
                        day.stuck,
                        day.meanSeconds(),
                        day.crossings(),
                        day.cpuSeconds,
                        day.wallSeconds);
    }
}
