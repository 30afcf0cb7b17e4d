package org.chalaco.app.agents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.NegotiationRecord;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;

/** What agents leave in an output folder: every message, results as JSON, and a page. */
final class AgentFiles {

    /** Results as JSON. */
    static final String RESULTS = "agents.json";

    /** The page. */
    static final String PAGE = "agents.html";

    private AgentFiles() {}

    static void write(Path folder, NegotiatedControl control, AgentLog log, String platform)
            throws IOException {
        log.commit();
        OutputFolder.writeText(folder.resolve(RESULTS), results(control, platform).text());
        OutputFolder.writeText(folder.resolve(PAGE), new AgentsPage(control, log, platform).html());
    }

    /** In a sentence or two. */
    static String summary(NegotiatedControl control, String platform) {
        NegotiationRecord record = control.record();
        String text =
                String.format(
                        Locale.ROOT,
                        "Signals: %d agents, %s; %d negotiations, %d messages.%n",
                        control.systemsOfAgents().size(),
                        platform,
                        record.negotiations(),
                        record.messages());
        if (!record.fallbacks().isEmpty()) {
            text +=
                    "Kept their last plan because nobody answered: %s.%n"
                            .formatted(
                                    record.fallbacks().entrySet().stream()
                                            .map(e -> e.getKey() + " (" + e.getValue() + " times)")
                                            .collect(Collectors.joining(", ")));
        }
        return text;
    }

    private static ResultsJson results(NegotiatedControl control, String platform) {
        NegotiationRecord record = control.record();
        ResultsJson json =
                new ResultsJson("agents", ChalacoVersion.current())
                        .put("platform", platform)
                        .put("agents", control.systemsOfAgents().size(), "-")
                        .put("negotiations", record.negotiations(), "-")
                        .put("messages", record.messages(), "-")
                        .put("messagesLost", record.lost(), "-")
                        .put("beats", record.beats(), "-")
                        .put("timeouts", record.timeouts(), "-")
                        .put("prioritiesGranted", record.grants(), "-");
        ObjectNode fallbacks = json.results().putObject("fallbacks");
        record.fallbacks().forEach(fallbacks::put);
        ObjectNode dead = json.results().putObject("deadSince");
        record.deadSince().forEach(dead::put);
        ArrayNode late = json.results().putArray("late");
        record.late().forEach(late::add);
        ObjectNode systems = json.results().putObject("systemsOfAgents");
        control.systemsOfAgents().forEach(systems::put);
        ArrayNode plans = json.results().putArray("plans");
        for (NegotiationRecord.Outcome outcome : record.outcomes()) {
            ObjectNode row = plans.addObject();
            row.put("time", outcome.time()).put("system", outcome.system());
            row.put("cycle", outcome.plan().cycle()).put("offset", outcome.plan().offset());
            ArrayNode greens = row.putArray("greens");
            outcome.plan().greens().forEach(greens::add);
            row.put("delayBefore", outcome.plan().before()).put("delay", outcome.plan().delay());
            row.put("fallback", outcome.fallback());
        }
        json.units().put("fallbacks", "-").put("deadSince", "s");
        ObjectNode units = json.units().putObject("plans");
        units.put("time", "s").put("cycle", "s").put("offset", "s").put("greens", "s");
        units.put("delayBefore", "veh s/h").put("delay", "veh s/h");
        return json;
    }
}
