package org.chalaco.mobsim.signal;

import java.util.List;
import java.util.Set;

/**
 * One signal (head): the stop lines and movements it speaks to.
 *
 * @param id file id
 * @param linkId link at whose end it stands
 * @param lanes lanes it speaks to, counted from the kerb; empty: all
 * @param toLinkIds movements it speaks to, by the link entered; empty: all
 */
public record SignalHead(String id, String linkId, List<Integer> lanes, Set<String> toLinkIds) {

    public SignalHead {
        lanes = List.copyOf(lanes);
        toLinkIds = Set.copyOf(toLinkIds);
    }

    /** A signal for all lanes and movements of a link. */
    public static SignalHead ofLink(String linkId) {
        return new SignalHead(linkId, linkId, List.of(), Set.of());
    }

    /** A signal for some movements of a link. */
    public static SignalHead ofMovements(String id, String linkId, Set<String> toLinkIds) {
        return new SignalHead(id, linkId, List.of(), toLinkIds);
    }
}
