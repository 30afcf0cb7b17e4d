package org.chalaco.formats.network;

import java.util.List;
import org.chalaco.formats.config.Parameter;
import org.chalaco.formats.config.ParameterTable;
import org.chalaco.mobsim.network.JunctionControl;

/** Attributes in network files that mean something here, for the manual. */
public final class NetworkAttributes {

    private NetworkAttributes() {}

    /** Those of links, of nodes and of the network. */
    public static List<ParameterTable> tables() {
        return List.of(
                new ParameterTable(
                        "link",
                        List.of(
                                Parameter.text(
                                        NetworkVocabulary.RANK,
                                        null,
                                        "Whole number: at priority junctions a lower rank yields to a higher one. Without: ten for every 10 km/h of free speed, and one for every lane."),
                                Parameter.text(
                                        NetworkVocabulary.CONNECTIONS,
                                        null,
                                        "Which lanes lead where, if other than geometry says: a JSON object from the next link to a list of [lane, lane of the next link], lanes counted from the kerb."),
                                Parameter.text(
                                        NetworkVocabulary.DISALLOWED,
                                        null,
                                        "MATSim's turn restrictions: a JSON object from mode to lists of links that may not be driven next."))),
                new ParameterTable(
                        "node",
                        List.of(
                                Parameter.choice(
                                        NetworkVocabulary.CONTROL,
                                        JunctionControl.PRIORITY,
                                        "Who goes first where no signal says otherwise."))),
                new ParameterTable(
                        "network",
                        List.of(
                                Parameter.text(
                                        NetworkVocabulary.SOURCE,
                                        null,
                                        "Whom to credit for the data, and under which licence."))));
    }
}
