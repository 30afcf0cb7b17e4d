package org.chalaco.app.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.LoopStateFormat;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigEntry;
import org.chalaco.formats.config.ConfigGroup;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.ConfigValue;
import org.chalaco.formats.config.ConfigWriter;

/** What {@code --resume} goes on from, in the output folder: the loop's state and its config. */
final class SavedRun {

    /** File of the loop's state. */
    static final String STATE = "state/loop.state";

    private static final String CONFIG = "state/config.xml";

    /**
     * Parameters that may differ, since they change no result or only how far the run goes. With
     * another last iteration, innovation may end at another one, as the config says.
     */
    private static final Set<String> FREE =
            Set.of(
                    "controller.lastIteration",
                    "controller.outputDirectory",
                    "controller.overwriteFiles",
                    "controller.writeEventsInterval",
                    "controller.writePlansInterval",
                    "chalaco.writeCheckpointInterval",
                    "chalaco.checkMode",
                    "global.numberOfThreads",
                    "qsim.numberOfThreads");

    private SavedRun() {}

    /** Keeps the config that the state belongs to. */
    static void writeConfig(OutputFolder folder, Config config) throws IOException {
        OutputFolder.writeWhole(
                folder.file(CONFIG), temporary -> ConfigWriter.write(temporary, config));
    }

    /**
     * Reads the state.
     *
     * @param config config of the run that goes on, with everything in it
     * @return the state, or null if it cannot be gone on from; the problems say why
     */
    static LoopState read(
            OutputFolder folder, Scenario scenario, Config config, Problems problems) {
        Path state = folder.file(STATE);
        if (!Files.isRegularFile(state) || !Files.isRegularFile(folder.file(CONFIG))) {
            problems.add(
                    ProblemType.NOTHING_TO_RESUME.error(
                            "--resume",
                            folder.root().toString(),
                            "The folder (%s) holds no saved state.".formatted(folder.root()),
                            "Maybe run without --resume?"));
            return null;
        }
        Config saved = ConfigReader.read(folder.file(CONFIG), problems);
        List<String> differences = differences(saved, config);
        if (!differences.isEmpty()) {
            problems.add(otherRun("it differs in %s".formatted(differences)));
            return null;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(state))) {
            return LoopStateFormat.read(in, scenario.loop().seed(), scenario.network());
        } catch (IOException | IllegalArgumentException e) {
            problems.add(otherRun(e.getMessage()));
            return null;
        }
    }

    private static org.chalaco.formats.Problem otherRun(String why) {
        return ProblemType.OTHER_RUN.error(
                "--resume",
                "",
                "The saved state belongs to another run: %s.".formatted(why),
                "Maybe run without --resume into another folder?");
    }

    /** Names of parameters that differ, but for those that may. */
    private static List<String> differences(Config saved, Config now) {
        Set<String> names = new TreeSet<>();
        Set<String> before = lines(saved);
        Set<String> after = lines(now);
        before.stream().filter(line -> !after.contains(line)).forEach(names::add);
        after.stream().filter(line -> !before.contains(line)).forEach(names::add);
        return new ArrayList<>(names);
    }

    private static Set<String> lines(Config config) {
        Set<String> lines = new TreeSet<>();
        for (ConfigGroup module : config.modules()) {
            addLines(Config.currentName(module.name()), module, lines);
        }
        return lines;
    }

    private static void addLines(String path, ConfigGroup group, Set<String> lines) {
        int set = 0;
        for (ConfigEntry entry : group.entries()) {
            String name = path + "." + entry.name();
            if (entry instanceof ConfigValue value && !FREE.contains(name)) {
                lines.add(name + "=" + value.value());
            } else if (entry instanceof ConfigGroup inner) {
                addLines(name + "[" + set++ + "]", inner, lines);
            }
        }
    }
}
