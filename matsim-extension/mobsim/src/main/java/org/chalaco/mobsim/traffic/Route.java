package org.chalaco.mobsim.traffic;

import java.util.Arrays;

/** The links a vehicle drives, first and last included, as indexes. Immutable. */
public final class Route {

    private final int[] links;

    private Route(int[] links) {
        if (links.length == 0) {
            throw new IllegalArgumentException("A route needs at least one link.");
        }
        this.links = links;
    }

    /** A route over these link indexes; the array is copied. */
    public static Route of(int... linkIndexes) {
        return new Route(linkIndexes.clone());
    }

    /** This route with one more link before it. */
    public Route after(int linkIndex) {
        int[] longer = new int[links.length + 1];
        longer[0] = linkIndex;
        System.arraycopy(links, 0, longer, 1, links.length);
        return new Route(longer);
    }

    /** Number of links. */
    public int size() {
        return links.length;
    }

    /** Index of the {@code k}-th link. */
    public int link(int k) {
        return links[k];
    }

    public int firstLink() {
        return links[0];
    }

    public int lastLink() {
        return links[links.length - 1];
    }

    /** A copy of the link indexes. */
    public int[] toArray() {
        return links.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route route && Arrays.equals(links, route.links);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(links);
    }

    @Override
    public String toString() {
        return "Route" + Arrays.toString(links);
    }
}
