package org.chalaco.app.agents;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.runtime.ConversationListener;

/**
 * Who said what to whom: one line of JSON per message in {@code agents.jsonl}, and sums for the
 * page. Serves one day; not thread-safe.
 */
final class AgentLog implements ConversationListener, AutoCloseable {

    /** Name of the file in the output folder. */
    static final String FILE = "agents.jsonl";

    /**
     * What moves in one round of one negotiation saved.
     *
     * @param time of the negotiation, s since midnight
     * @param round of the negotiation
     * @param gain of all moves of the round, vehicle seconds per hour
     * @param moves how many intersections moved
     */
    record Round(double time, int round, long gain, int moves) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContentText text = ContentText.ofMessages();
    private final Path temporary;
    private final Path file;
    private final BufferedWriter lines;
    private final Map<String, Long> saidByKind = new TreeMap<>();
    private final Map<String, Long> saidByPair = new TreeMap<>();
    private final Map<String, long[]> rounds = new LinkedHashMap<>();
    private final java.util.Set<String> counted = new java.util.HashSet<>();
    private double time;

    AgentLog(Path folder) throws IOException {
        file = folder.resolve(FILE);
        temporary = folder.resolve(FILE + ".tmp");
        Files.createDirectories(folder);
        lines = Files.newBufferedWriter(temporary);
    }

    /** Messages from now on are said at this time, s since midnight. */
    void at(double newTime) {
        time = newTime;
    }

    @Override
    public void heard(long conversation, int beat, AgentMessage message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time);
        line.put("conversation", conversation);
        line.put("beat", beat);
        line.put("from", message.sender());
        line.put("to", message.receiver());
        line.put("performative", message.performative().fipaName());
        line.put("protocol", Ontology.protocol(message));
        line.put("content", text.write((Record) message.content()));
        try {
            lines.write(JSON.writeValueAsString(line));
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count(conversation, message);
    }

    private void count(long conversation, AgentMessage message) {
        String concept = ContentText.wireName(message.content().getClass().getSimpleName());
        saidByKind.merge(message.performative().fipaName() + " " + concept, 1L, Long::sum);
        saidByPair.merge(message.sender() + " " + message.receiver(), 1L, Long::sum);
        if (message.content() instanceof Content.OffsetSet set
                && counted.add(conversation + " " + message.sender() + " " + set.round())) {
            long[] round = rounds.computeIfAbsent(time + " " + set.round(), r -> new long[2]);
            round[0] += set.gain();
            round[1]++;
        }
    }

    /** What every round of every negotiation saved, in order. */
    List<Round> rounds() {
        List<Round> list = new ArrayList<>();
        rounds.forEach(
                (key, sums) -> {
                    String[] parts = key.split(" ");
                    list.add(
                            new Round(
                                    Double.parseDouble(parts[0]),
                                    Integer.parseInt(parts[1]),
                                    sums[0],
                                    (int) sums[1]));
                });
        return list;
    }

    /** How often every kind of message was said. */
    Map<String, Long> saidByKind() {
        return saidByKind;
    }

    /** How often somebody spoke to somebody. */
    Map<String, Long> saidByPair() {
        return saidByPair;
    }

    /** Puts the file in its place. */
    void commit() throws IOException {
        lines.close();
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(temporary);
    }
}
