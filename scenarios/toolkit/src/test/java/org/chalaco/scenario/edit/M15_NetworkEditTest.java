package org.chalaco.scenario.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a small table of edits makes a variant of a network. */
class M15_NetworkEditTest {

    @TempDir private Path folder;

    private final RoadNetwork network = road();

    private static RoadNetwork road() {
        Set<String> modes = Set.of("car", "truck");
        return RoadNetwork.builder()
                .junction(Junction.priority("a", 0, 0))
                .junction(Junction.priority("b", 300, 0))
                .junction(Junction.priority("c", 600, 0))
                .link(new Link("ab", "a", "b", 300, 2, 14, 50, modes, Map.of("name", "Sáenz Peña")))
                .link(new Link("bc", "b", "c", 300, 2, 14, 50, modes, Map.of()))
                .build();
    }

    private NetworkEdit edit(String lines) throws IOException {
        Path file = folder.resolve("works.csv");
        Files.writeString(file, "action,links,value,reason,source,certainty\n" + lines);
        return NetworkEdit.read(file, network);
    }

    @Test
    void editsApplyFromTopToBottom() throws IOException {
        NetworkEdit edit =
                edit(
                        """
                        forbid,*,truck,ban,press,medium
                        allow,bc,truck,corridor,press,medium
                        lanes,ab,1,works,press,low
                        speed,ab,36,works,press,low
                        """);
        RoadNetwork edited = edit.apply(network);
        assertThat(edit.name()).isEqualTo("works");
        Link ab = edited.link(edited.getLinkIndex("ab"));
        assertThat(ab.modes()).containsExactly("car");
        assertThat(ab.laneCount()).isEqualTo(1);
        assertThat(ab.freeSpeed()).isEqualTo(10);
        assertThat(ab.attributes()).containsEntry("name", "Sáenz Peña");
        assertThat(edited.link(edited.getLinkIndex("bc")).modes()).contains("truck");
        assertThat(NetworkEdit.affects(network.link(0), ab, "truck")).isTrue();
        assertThat(NetworkEdit.affects(network.link(0), ab, "car")).isFalse();
    }

    @Test
    void closedLinkStaysWithoutModes() throws IOException {
        RoadNetwork edited = edit("close,ab,,station,press,high\n").apply(network);
        assertThat(edited.linkCount()).isEqualTo(2);
        assertThat(edited.link(0).modes()).isEmpty();
    }

    @Test
    void allMistakesAreNamed() {
        InvalidInputException e =
                catchThrowableOfType(
                        InvalidInputException.class,
                        () -> edit("lock,ab,,x,y,low\nlanes,zz,none,x,y,low\n"));
        assertThat(e.problems().errors()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(e.getMessage()).contains("lock", "zz", "none", "works.csv:2", "works.csv:3");
    }
}
