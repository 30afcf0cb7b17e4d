package org.chalaco.agents.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.protocol.Content.DelayCurve;
import org.chalaco.agents.protocol.Content.OffsetMove;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the game on offsets. In every round the delay of the whole network falls by
 * exactly the gains of those who moved, neighbours never move together, and the game ends.
 */
class H01_OffsetGameTest {

    private static final int CYCLE = 60;

    /** A road of a random network: from one player to another, with its table. */
    private record Road(int from, int to, List<Long> delay) {}

    private static final class Network {
        final List<OffsetGame> players = new ArrayList<>();
        final List<Road> roads = new ArrayList<>();

        Network(long seed, int n, double density) {
            RandomStream random = RandomStream.of(seed, n, "network");
            int[] offsets = new int[n];
            for (int i = 0; i < n; i++) {
                offsets[i] = random.nextInt(CYCLE);
                players.add(new OffsetGame(name(i), CYCLE, CYCLE, offsets[i], 0));
            }
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    if (from != to && random.nextDouble() < density) {
                        add(from, to, random, offsets);
                    }
                }
            }
        }

        private void add(int from, int to, RandomStream random, int[] offsets) {
            List<Long> delay = new ArrayList<>();
            for (int bin = 0; bin < CYCLE / 2; bin++) {
                // few values, so that ties happen
                delay.add((long) random.nextInt(6));
            }
            roads.add(new Road(from, to, delay));
            players.get(to)
                    .addHere(
                            name(from),
                            offsets[from],
                            new DelayCurve("x", CYCLE, offsets[to], delay));
            players.get(from).addThere(name(to), new DelayCurve("x", CYCLE, offsets[to], delay));
        }

        long delay() {
            long sum = 0;
            for (Road road : roads) {
                int later = players.get(road.to()).offset() - players.get(road.from()).offset();
                sum += road.delay().get(Math.floorMod(later, CYCLE) / 2);
            }
            return sum;
        }

        /** One round; gives who moved, and by what gain. */
        Map<String, Long> round(int round) {
            Map<String, OffsetMove> offers = new TreeMap<>();
            for (int i = 0; i < players.size(); i++) {
                int player = i;
                players.get(i).offer(round).ifPresent(move -> offers.put(name(player), move));
            }
            Map<String, Long> moved = new TreeMap<>();
            for (int i = 0; i < players.size(); i++) {
                Set<String> accepted = new TreeSet<>();
                for (int j = 0; j < players.size(); j++) {
                    OffsetMove move = offers.get(name(i));
                    boolean asked = players.get(i).neighbours().contains(name(j));
                    if (move != null && asked && players.get(j).accepts(name(i), move)) {
                        accepted.add(name(j));
                    }
                }
                if (players.get(i).move(accepted)) {
                    moved.put(name(i), offers.get(name(i)).gain());
                }
            }
            for (String mover : moved.keySet()) {
                int offset = players.get(Integer.parseInt(mover.substring(1))).offset();
                players.forEach(player -> player.moved(mover, offset));
            }
            return moved;
        }
    }

    private static String name(int i) {
        return "i%04d".formatted(i);
    }

    @Test
    void everyRoundSavesExactlyTheGainsOfThoseWhoMoved() {
        for (int seed = 0; seed < 200; seed++) {
            Network network = new Network(seed, 4 + seed % 12, 0.3);
            long before = network.delay();
            for (int round = 0; round < 500; round++) {
                Map<String, Long> moved = network.round(round);
                long after = network.delay();
                assertThat(before - after)
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(moved.values().stream().mapToLong(Long::longValue).sum());
                if (moved.isEmpty()) {
                    break;
                }
                assertThat(after).isLessThan(before);
                before = after;
                assertThat(round).as("the game of seed %d ends", seed).isLessThan(499);
            }
        }
    }

    @Test
    void neighboursNeverMoveInTheSameRound() {
        for (int seed = 0; seed < 100; seed++) {
            Network network = new Network(seed, 10, 0.25);
            for (int round = 0; round < 20; round++) {
                Set<String> moved = network.round(round).keySet();
                for (Road road : network.roads) {
                    assertThat(moved.containsAll(Set.of(name(road.from()), name(road.to()))))
                            .as("seed %d, %s and %s", seed, road.from(), road.to())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void nobodyCanGainAloneWhenItIsOver() {
        for (int seed = 0; seed < 50; seed++) {
            Network network = new Network(seed, 12, 0.3);
            int round = 0;
            while (!network.round(round).isEmpty()) {
                round++;
            }
            assertThat(network.players).allMatch(player -> player.offer(0).isEmpty());
        }
    }

    @Test
    void ofEqualGainsTheSmallerNameMoves() {
        OffsetGame a = new OffsetGame("i0001", CYCLE, CYCLE, 0, 0);
        OffsetGame b = new OffsetGame("i0002", CYCLE, CYCLE, 0, 0);
        List<Long> delay = new ArrayList<>(java.util.Collections.nCopies(30, 5L));
        delay.set(10, 1L);
        a.addThere("i0002", new DelayCurve("x", CYCLE, 0, delay));
        b.addHere("i0001", 0, new DelayCurve("x", CYCLE, 0, delay));
        OffsetMove ofA = a.offer(0).orElseThrow();
        OffsetMove ofB = b.offer(0).orElseThrow();

        assertThat(ofA.gain()).isEqualTo(ofB.gain()).isEqualTo(4);
        assertThat(b.accepts("i0001", ofA)).isTrue();
        assertThat(a.accepts("i0002", ofB)).isFalse();
    }

    @Test
    void oneWhoIsGoneIsNotAskedAndStaysWhereItWas() {
        OffsetGame a = new OffsetGame("i0001", CYCLE, CYCLE, 0, 0);
        List<Long> delay = new ArrayList<>(java.util.Collections.nCopies(30, 5L));
        delay.set(10, 1L);
        a.addThere("i0002", new DelayCurve("x", CYCLE, 0, delay));
        a.offer(0);
        assertThat(a.move(Set.of())).isFalse();
        a.forget("i0002");
        assertThat(a.move(Set.of())).isTrue();
        assertThat(a.delay(a.offset())).isEqualTo(1);
    }

    @Test
    void aTunedPlanIsLeftNoFartherThanAgreed() {
        for (int bound : new int[] {0, 4, 10}) {
            OffsetGame a = new OffsetGame("i0001", CYCLE, CYCLE, 50, 0);
            a.allowOnly(55, bound);
            List<Long> delay = new ArrayList<>();
            for (int bin = 0; bin < 30; bin++) {
                delay.add((long) bin);
            }
            a.addHere("i0002", 0, new DelayCurve("x", CYCLE, 0, delay));
            a.offer(0);
            a.move(Set.of("i0002"));
            int away = Math.floorMod(a.offset() - 55 + 30, CYCLE) - 30;
            assertThat(Math.abs(away)).isLessThanOrEqualTo(bound);
        }
    }
}
