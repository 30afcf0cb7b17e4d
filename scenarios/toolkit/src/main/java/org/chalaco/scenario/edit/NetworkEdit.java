package org.chalaco.scenario.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.network.NetworkDraft;
import org.chalaco.scenario.table.CsvTable;

/**
 * What changes on the roads in a variant of a scenario: one line per link and change.
 *
 * <p>A CSV file with the columns {@code action,links,value,reason,source,certainty}. {@code links}
 * is one link id, several separated by spaces, or {@code *} for all that no other line names with
 * the same action. Actions:
 *
 * <ul>
 *   <li>{@code close}: nobody may use the link. It stays in the network without modes, so that
 *       files that name it remain valid.
 *   <li>{@code forbid}: the modes in {@code value} may not use it.
 *   <li>{@code allow}: the modes in {@code value} may use it.
 *   <li>{@code lanes}: it has {@code value} lanes.
 *   <li>{@code speed}: its free speed is {@code value} km/h.
 * </ul>
 *
 * Lines apply from top to bottom, so {@code forbid *} followed by {@code allow} of a few links
 * leaves a corridor. Plans whose routes use what is closed to them must be rerouted: {@link
 * #affects(Link, Link, String)} tells which.
 */
public final class NetworkEdit {

    private static final List<String> ACTIONS =
            List.of("close", "forbid", "allow", "lanes", "speed");
    private static final Set<String> COLUMNS =
            Set.of("action", "links", "value", "reason", "source", "certainty");

    private record Change(String action, String links, List<String> linkIds, String value) {}

    private final String name;
    private final List<Change> changes;

    private NetworkEdit(String name, List<Change> changes) {
        this.name = name;
        this.changes = List.copyOf(changes);
    }

    /**
     * Reads an edit file and checks it against the network it is meant for.
     *
     * @throws org.chalaco.formats.InvalidInputException with all problems
     */
    public static NetworkEdit read(Path file, RoadNetwork network) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(file, COLUMNS, problems);
        List<Change> changes = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            changes.add(change(row, network));
        }
        problems.throwIfErrors();
        return new NetworkEdit(table.name().replaceFirst("\\.csv$", ""), changes);
    }

    private static Change change(CsvTable.Row row, RoadNetwork network) {
        String action = row.getOneOf("action", ACTIONS);
        String links = row.getText("links");
        List<String> ids = links.equals("*") ? List.of() : Arrays.asList(links.split("\\s+"));
        for (String id : ids) {
            if (!id.isEmpty() && network.findLink(id) == RoadNetwork.NONE) {
                row.problem(
                        "CH-SCN-010",
                        "links",
                        "names the link (%s), which is not in the network.".formatted(id),
                        "Maybe from and to are swapped?");
            }
        }
        String value = action.equals("close") ? "" : row.getText("value");
        if (action.equals("lanes")) {
            row.getInteger("value", 1);
        } else if (action.equals("speed")) {
            row.getNumber("value", 1);
        }
        return new Change(action, links, ids, value);
    }

    /** The file's name without its ending. */
    public String name() {
        return name;
    }

    /** The network with the changes made; link indexes stay the same. */
    public RoadNetwork apply(RoadNetwork network) {
        NetworkDraft draft = NetworkDraft.of(network);
        for (Change change : changes) {
            for (Link link : draft.links()) {
                if (change.links().equals("*") || change.linkIds().contains(link.id())) {
                    draft.put(edited(link, change));
                    if (change.action().equals("lanes")) {
                        draft.forgetConnections(link.id());
                    }
                }
            }
        }
        return draft.toNetwork();
    }

    /** Whether somebody of this mode who used the link before cannot use it any more. */
    public static boolean affects(Link before, Link after, String mode) {
        return before.modes().contains(mode) && !after.modes().contains(mode);
    }

    private static Link edited(Link link, Change change) {
        return switch (change.action()) {
            case "close" -> link.withModes(Set.of());
            case "forbid" -> link.withModes(without(link.modes(), change.value()));
            case "allow" -> link.withModes(with(link.modes(), change.value()));
            case "lanes" -> with(link, Integer.parseInt(change.value()), link.freeSpeed());
            case "speed" -> with(link, link.laneCount(), Double.parseDouble(change.value()) / 3.6);
            default -> throw new IllegalStateException(change.action());
        };
    }

    private static Set<String> without(Set<String> modes, String value) {
        Set<String> left = new LinkedHashSet<>(modes);
        left.removeAll(Arrays.asList(value.split("\\s+")));
        return left;
    }

    private static Set<String> with(Set<String> modes, String value) {
        Set<String> more = new TreeSet<>(modes);
        more.addAll(Arrays.asList(value.split("\\s+")));
        return more;
    }

    private static Link with(Link link, int lanes, double speed) {
        Map<String, String> attributes = link.attributes();
        return new Link(
                link.id(),
                link.from(),
                link.to(),
                link.length(),
                lanes,
                speed,
                link.rank(),
                link.modes(),
                attributes);
    }
}
