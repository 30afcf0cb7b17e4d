package org.chalaco.scenario.network;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * The largest set of links between which one can drive in any direction, by the turns that are
 * allowed (Tarjan 1972, without recursion). Of two equal ones, the one found first.
 */
public final class LinkComponent {

    private final RoadNetwork network;
    private final IntPredicate open;
    private final int[] order;
    private final int[] low;
    private final int[] next;
    private final int[] stack;
    private final int[] path;
    private final BitSet onStack = new BitSet();
    private BitSet best = new BitSet();
    private int count;
    private int top;

    private LinkComponent(RoadNetwork network, IntPredicate open) {
        this.network = network;
        this.open = open;
        int n = network.linkCount();
        order = new int[n];
        low = new int[n];
        next = new int[n];
        stack = new int[n];
        path = new int[n];
    }

    /** Indexes of its links. */
    public static BitSet largest(RoadNetwork network) {
        return largest(network, link -> true);
    }

    /**
     * The same among the links that are open.
     *
     * @param open says so by link index
     */
    public static BitSet largest(RoadNetwork network, IntPredicate open) {
        LinkComponent search = new LinkComponent(network, open);
        for (int l = 0; l < network.linkCount(); l++) {
            if (search.order[l] == 0 && open.test(l)) {
                search.from(l);
            }
        }
        return search.best;
    }

    private void from(int start) {
        int depth = 0;
        path[0] = start;
        enter(start);
        while (depth >= 0) {
            int l = path[depth];
            if (next[l] < network.nextLinkCount(l)) {
                int to = network.nextLink(l, next[l]++);
                if (!open.test(to)) {
                    continue;
                }
                if (order[to] == 0) {
                    enter(to);
                    path[++depth] = to;
                } else if (onStack.get(to)) {
                    low[l] = Math.min(low[l], order[to]);
                }
            } else {
                if (low[l] == order[l]) {
                    close(l);
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[l]);
                }
            }
        }
    }

    private void enter(int l) {
        order[l] = ++count;
        low[l] = count;
        stack[top++] = l;
        onStack.set(l);
    }

    private void close(int root) {
        BitSet component = new BitSet();
        int l;
        do {
            l = stack[--top];
            onStack.clear(l);
            component.set(l);
        } while (l != root);
        if (component.cardinality() > best.cardinality()) {
            best = component;
        }
    }
}
