package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.signal.SignalHead;

/** The file of signal groups: which signals of a system always show the same. */
final class GroupElements {

    private final Map<String, SystemDraft> drafts;
    private XmlCursor in;

    GroupElements(Map<String, SystemDraft> drafts) {
        this.drafts = drafts;
    }

    void read(Path file, Problems problems) {
        XmlFile.read(
                file,
                "signalGroups",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    in = cursor;
                    in.children(this::readSystem);
                });
    }

    private void readSystem() {
        SystemDraft draft = findSystem(in, drafts);
        if (draft != null) {
            in.children(() -> readGroup(draft));
        }
    }

    /** The system an element refers to, or null and an error. */
    static SystemDraft findSystem(XmlCursor in, Map<String, SystemDraft> drafts) {
        if (!in.name().equals("signalSystem")) {
            in.unknownElement();
            return null;
        }
        String id = in.require("refId");
        if (id != null && !drafts.containsKey(id)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    id,
                    "There is no signal system (%s).".formatted(id),
                    NearestName.remedy(id, drafts.keySet()));
        }
        return id == null ? null : drafts.get(id);
    }

    private void readGroup(SystemDraft draft) {
        if (!in.name().equals("signalGroup")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        List<SignalHead> heads = new ArrayList<>();
        if (id != null && draft.groups.putIfAbsent(id, heads) != null) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    id,
                    "The group (%s) is given twice in system (%s).".formatted(id, draft.id),
                    "");
        }
        in.children(() -> readSignal(draft, heads));
    }

    private void readSignal(SystemDraft draft, List<SignalHead> heads) {
        if (!in.name().equals("signal")) {
            in.unknownElement();
            return;
        }
        String id = in.require("refId");
        if (id == null) {
            return;
        }
        SignalHead head = draft.heads.get(id);
        if (head == null) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    id,
                    "The system (%s) has no signal (%s).".formatted(draft.id, id),
                    NearestName.remedy(id, draft.heads.keySet()));
        } else if (draft.groups.values().stream().anyMatch(list -> list.contains(head))) {
            in.error(
                    ProblemType.SIGNAL_GROUP,
                    id,
                    "The signal (%s) of system (%s) is in two groups.".formatted(id, draft.id),
                    "");
        } else {
            heads.add(head);
        }
    }
}
