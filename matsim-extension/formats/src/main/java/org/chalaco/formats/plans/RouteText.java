package org.chalaco.formats.plans;

import java.util.Arrays;
import java.util.List;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;

/** The link ids of routes. */
final class RouteText {

    private final XmlCursor in;
    private final RoadNetwork network;
    private final WrongRoutes wrongRoutes;
    private int[] links = new int[64];

    RouteText(XmlCursor in, RoadNetwork network, WrongRoutes wrongRoutes) {
        this.wrongRoutes = wrongRoutes;
        this.in = in;
        this.network = network;
    }

    /** The route, or null if it is empty or names links that are not there. */
    Route read(String text, int line) {
        int count = 0;
        boolean complete = true;
        int end = text.length();
        int at = skipBlanks(text, 0);
        while (at < end) {
            int stop = skipWord(text, at);
            String id = text.substring(at, stop);
            int link = network.findLink(id);
            if (link == RoadNetwork.NONE) {
                unknownLink(id, line);
                complete = false;
            } else {
                add(count++, link);
            }
            at = skipBlanks(text, stop);
        }
        if (!complete || count == 0) {
            return null;
        }
        return Route.of(Arrays.copyOf(links, count));
    }

    private void add(int k, int link) {
        if (k == links.length) {
            links = Arrays.copyOf(links, 2 * k);
        }
        links[k] = link;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int skipWord(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    void unknownLink(String id, int line) {
        Iterable<String> known =
                in.problems().isListing()
                        ? () -> network.links().stream().map(Link::id).iterator()
                        : List.of();
        report(
                ProblemType.UNKNOWN_REFERENCE,
                Severity.ERROR,
                line,
                id,
                "The link (%s) is not in the network.".formatted(id),
                NearestName.remedy(id, known));
    }

    /** Whether every link follows the one before; links that do not meet are an error. */
    boolean canBeDriven(Route route, int line) {
        for (int k = 1; k < route.size(); k++) {
            int from = route.link(k - 1);
            int to = route.link(k);
            if (!network.connects(from, to)) {
                boolean meet = network.toJunction(from) == network.fromJunction(to);
                reportGap(network.link(from).id(), network.link(to).id(), meet, line);
                return false;
            }
        }
        return true;
    }

    private void reportGap(String from, String to, boolean meet, int line) {
        if (meet) {
            report(
                    ProblemType.ROUTE_FORBIDDEN,
                    Severity.WARNING,
                    line,
                    to,
                    "The route turns from (%s) to (%s), which is not possible%s"
                            .formatted(
                                    from,
                                    to,
                                    wrongRoutes == WrongRoutes.REMOVE ? "." : "; it was dropped."),
                    wrongRoutes == WrongRoutes.REMOVE ? remedy(wrongRoutes) : "");
        } else {
            report(
                    ProblemType.ROUTE_BROKEN,
                    severity(wrongRoutes),
                    line,
                    to,
                    "In the route, link (%s) does not start where (%s) ends.".formatted(to, from),
                    remedy(wrongRoutes));
        }
    }

    private void report(
            ProblemType type,
            Severity severity,
            int line,
            String value,
            String message,
            String remedy) {
        in.problems().add(in.at(type, severity, line, value, message, remedy));
    }

    /** How bad a wrong route is. */
    static Severity severity(WrongRoutes rule) {
        return rule == WrongRoutes.REFUSE ? Severity.ERROR : Severity.WARNING;
    }

    /** What becomes of a wrong route. */
    static String remedy(WrongRoutes rule) {
        return switch (rule) {
            case REFUSE ->
                    "Maybe remove the route, so that it is computed, or chalaco.wrongRoutes replace?";
            case REPLACE -> "Another one is computed.";
            case REMOVE -> "Its vehicle is removed where the route breaks off.";
        };
    }
}
