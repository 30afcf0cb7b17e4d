package org.chalaco.day2day.routing;

import java.util.Arrays;

/**
 * Links in order of a key, smallest first, ties by link index, so that a search visits them in an
 * order that depends on nothing else. A heap with four children per place, whose keys can be
 * lowered. Not thread-safe; cleared at the cost of what is left in it.
 */
final class LinkQueue {

    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] place; // per link: where in the heap, or ABSENT
    private final double[] key; // per link
    private int size;

    LinkQueue(int linkCount) {
        heap = new int[linkCount];
        place = new int[linkCount];
        key = new double[linkCount];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int k = 0; k < size; k++) {
            place[heap[k]] = ABSENT;
        }
        size = 0;
    }

    /** Inserts a link, or lowers its key; a higher key changes nothing. */
    void offer(int link, double newKey) {
        int at = place[link];
        if (at == ABSENT) {
            at = size++;
        } else if (newKey >= key[link]) {
            return;
        }
        key[link] = newKey;
        raise(link, at);
    }

    /** Takes out the link with the smallest key. */
    int poll() {
        int top = heap[0];
        place[top] = ABSENT;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return top;
    }

    private boolean before(int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && a < b);
    }

    private void raise(int link, int start) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (!before(link, heap[parent])) {
                break;
            }
            put(heap[parent], at);
            at = parent;
        }
        put(link, at);
    }

    private void sink(int link) {
        int at = 0;
        while (true) {
            int child = smallestChild(at);
            if (child == ABSENT || !before(heap[child], link)) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(link, at);
    }

    private int smallestChild(int at) {
        int first = (at << 2) + 1;
        if (first >= size) {
            return ABSENT;
        }
        int best = first;
        for (int k = first + 1; k < Math.min(first + 4, size); k++) {
            if (before(heap[k], heap[best])) {
                best = k;
            }
        }
        return best;
    }

    private void put(int link, int at) {
        heap[at] = link;
        place[link] = at;
    }
}
