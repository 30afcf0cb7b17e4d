package org.chalaco.scenario.sensor;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.od.CountTarget.Passage;
import org.chalaco.scenario.table.CsvTable;

/** Links and turns named in a table: one link, several of a screen line, or a turn. */
final class CountPlaces {

    private final RoadNetwork network;

    CountPlaces(RoadNetwork network) {
        this.network = network;
    }

    /** The places of columns {@code links} and {@code to}; empty with a problem if unknown. */
    List<Passage> read(CsvTable.Row row) {
        String to = row.text("to");
        int next = to.isEmpty() ? RoadNetwork.NONE : find(row, "to", to);
        List<Passage> passages = new ArrayList<>();
        String links = row.getText("links");
        for (String id : links.isEmpty() ? new String[0] : links.split("\\s+")) {
            int link = find(row, "links", id);
            if (link == RoadNetwork.NONE || !to.isEmpty() && next == RoadNetwork.NONE) {
                return List.of();
            }
            if (next != RoadNetwork.NONE && !network.connects(link, next)) {
                row.problem(
                        ProblemType.COUNT_PLACE.id(),
                        "to",
                        "cannot be entered from link (%s).".formatted(id),
                        "Maybe the turn is forbidden, or the links are the wrong way round?");
                return List.of();
            }
            passages.add(new Passage(link, next));
        }
        return passages;
    }

    private int find(CsvTable.Row row, String column, String id) {
        int link = network.findLink(id);
        if (link == RoadNetwork.NONE) {
            row.problem(
                    ProblemType.COUNT_PLACE.id(),
                    column,
                    "names a link (%s) that the network does not have.".formatted(id),
                    NearestName.remedy(id, network.links().stream().map(Link::id).toList()));
        }
        return link;
    }
}
