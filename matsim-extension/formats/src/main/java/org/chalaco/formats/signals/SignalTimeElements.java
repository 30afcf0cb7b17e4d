package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/** The files of amber times and of intergreen times. */
final class SignalTimeElements {

    private static final double LONGEST = 120;

    private final Map<String, SystemDraft> drafts;
    private Integer defaultAmber = SignalsReader.USUAL_AMBER;
    private Integer defaultRedAmber = 0;
    private XmlCursor in;

    SignalTimeElements(Map<String, SystemDraft> drafts) {
        this.drafts = drafts;
    }

    Integer defaultAmber() {
        return defaultAmber;
    }

    Integer defaultRedAmber() {
        return defaultRedAmber;
    }

    // ---------------------------------------------------------------- amber

    void readAmber(Path file, Problems problems) {
        // In MATSim, what a file of amber times does not give is not shown.
        defaultAmber = null;
        defaultRedAmber = null;
        XmlFile.read(
                file,
                "amberTimes",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    in = cursor;
                    in.children(this::readAmberChild);
                });
    }

    private void readAmberChild() {
        if (in.name().equals("globalDefaults")) {
            in.children(
                    () -> {
                        switch (in.name()) {
                            case "amber" -> defaultAmber = seconds();
                            case "redAmber" -> defaultRedAmber = seconds();
                            case "amberTimeGreen" -> {}
                            default -> in.unknownElement();
                        }
                    });
            return;
        }
        SystemDraft draft = GroupElements.findSystem(in, drafts);
        if (draft != null) {
            in.children(() -> readAmberOfSystem(draft));
        }
    }

    private void readAmberOfSystem(SystemDraft draft) {
        switch (in.name()) {
            case "systemDefaults" ->
                    in.children(
                            () -> {
                                switch (in.name()) {
                                    case "amber" -> draft.amber = seconds();
                                    case "redAmber" -> draft.redAmber = seconds();
                                    default -> in.unknownElement();
                                }
                            });
            case "signal" ->
                    in.children(
                            () -> {
                                switch (in.name()) {
                                    case "amber" -> draft.signalAmbers.add(seconds());
                                    case "redAmber" -> draft.signalRedAmbers.add(seconds());
                                    default -> in.unknownElement();
                                }
                            });
            default -> in.unknownElement();
        }
    }

    private int seconds() {
        return (int) in.requireNumber("seconds", 0, LONGEST, 0);
    }

    // ---------------------------------------------------------------- intergreens

    void readIntergreens(Path file, Problems problems) {
        XmlFile.read(
                file,
                "intergreenTimes",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    in = cursor;
                    in.children(this::readIntergreenSystem);
                });
    }

    private void readIntergreenSystem() {
        SystemDraft draft = GroupElements.findSystem(in, drafts);
        if (draft != null) {
            in.children(() -> readEnding(draft));
        }
    }

    private void readEnding(SystemDraft draft) {
        if (!in.name().equals("endingSignalGroup")) {
            in.unknownElement();
            return;
        }
        String ending = findGroup(draft);
        in.children(
                () -> {
                    if (!in.name().equals("beginningSignalGroup")) {
                        in.unknownElement();
                        return;
                    }
                    String beginning = findGroup(draft);
                    int time = (int) in.requireNumber("timeSeconds", 0, LONGEST, 0);
                    if (ending != null && beginning != null) {
                        draft.intergreens
                                .computeIfAbsent(ending, k -> new TreeMap<>())
                                .put(beginning, time);
                    }
                });
    }

    private String findGroup(SystemDraft draft) {
        String id = in.require("refId");
        if (id != null && !draft.groups.containsKey(id)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    id,
                    "The signal system (%s) has no group (%s).".formatted(draft.id, id),
                    NearestName.remedy(id, List.copyOf(draft.groups.keySet())));
            return null;
        }
        return id;
    }
}
