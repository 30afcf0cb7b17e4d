package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.edit.NetworkEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: the policy variants apply, and everybody can still drive around them. */
class M05_CallaoVariantsTest {

    private final RoadNetwork base = Callao.MORNING.callao().network();

    private RoadNetwork variant(String name) {
        return NetworkEdit.read(Callao.FOLDER.resolve("variants/" + name + ".csv"), base)
                .apply(base);
    }

    @Test
    void truckBanLeavesTheCorridorToTheQuays() {
        RoadNetwork banned = variant("truck-ban");
        assertThat(modes(banned, "I042-I050")).doesNotContain("truck", "semitrailer");
        assertThat(modes(banned, "I042-I050")).contains("car", "bus");
        assertThat(modes(banned, "I036-I040")).contains("truck", "semitrailer");
        assertThat(modes(banned, "I040-I053")).contains("truck", "semitrailer");
    }

    @Test
    void guardiaChalacaIsClosed() {
        RoadNetwork closed = variant("guardia-chalaca");
        assertThat(modes(closed, "I040-I042")).isEmpty();
        assertThat(modes(closed, "I042-I040")).isEmpty();
        assertThat(closed.laneCount(closed.getLinkIndex("I044-I054"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truck-ban", "guardia-chalaca"})
    void linksKeepTheirIndexesAndSomebodyMustFindAnotherWay(String name) {
        RoadNetwork edited = variant(name);
        assertThat(edited.links().stream().map(Link::id))
                .isEqualTo(base.links().stream().map(Link::id).toList());
        long affected =
                Callao.MORNING.persons().stream()
                        .flatMap(p -> p.selectedPlan().legs().stream())
                        .filter(leg -> isAffected(leg, edited))
                        .count();
        assertThat(affected).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truck-ban", "guardia-chalaca"})
    void everyLegHasAWayLeft(String name) {
        RoadNetwork edited = variant(name);
        Set<String> stranded = new TreeSet<>();
        for (Person person : Callao.MORNING.persons()) {
            for (Leg leg : person.selectedPlan().legs()) {
                if (isAffected(leg, edited) && !canDrive(edited, leg)) {
                    stranded.add(person.id());
                }
            }
        }
        assertThat(stranded).isEmpty();
    }

    private boolean isAffected(Leg leg, RoadNetwork edited) {
        for (int k = 0; k < leg.route().size(); k++) {
            int link = leg.route().link(k);
            if (NetworkEdit.affects(base.link(link), edited.link(link), leg.mode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean canDrive(RoadNetwork network, Leg leg) {
        int end = leg.route().lastLink();
        Set<Integer> seen = new TreeSet<>(Set.of(leg.route().firstLink()));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && !seen.contains(end)) {
            int link = open.pop();
            for (int k = 0; k < network.nextLinkCount(link); k++) {
                int next = network.nextLink(link, k);
                if (network.link(next).modes().contains(leg.mode()) && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen.contains(end)
                && network.link(end).modes().contains(leg.mode())
                && network.link(leg.route().firstLink()).modes().contains(leg.mode());
    }

    private static Set<String> modes(RoadNetwork network, String link) {
        return network.link(network.getLinkIndex(link)).modes();
    }
}
