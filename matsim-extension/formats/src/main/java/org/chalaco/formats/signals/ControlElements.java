package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.signals.SystemDraft.PlanDraft;
import org.chalaco.formats.signals.SystemDraft.Setting;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;

/** The file of signal control: the plans of every system. */
final class ControlElements {

    /** MATSim's name of a controller that plays a plan. */
    static final String FIXED_TIME = "DefaultPlanbasedSignalSystemController";

    private static final int LONGEST_CYCLE = 3600;

    private final Map<String, SystemDraft> drafts;

    /** Whether systems and groups are known; otherwise those that are named are taken to exist. */
    private final boolean known;

    private XmlCursor in;

    // the plan being read
    private double start;
    private double stop;
    private double cycle;
    private int offset;

    ControlElements(Map<String, SystemDraft> drafts) {
        this(drafts, true);
    }

    ControlElements(Map<String, SystemDraft> drafts, boolean known) {
        this.drafts = drafts;
        this.known = known;
    }

    void read(Path file, Problems problems) {
        XmlFile.read(
                file,
                "signalControl",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    in = cursor;
                    in.children(this::readSystem);
                });
    }

    private void readSystem() {
        String id = in.find("refId");
        if (!known && id != null) {
            drafts.computeIfAbsent(id, k -> new SystemDraft(k, in.line()));
        }
        SystemDraft draft = GroupElements.findSystem(in, drafts);
        if (draft == null) {
            return;
        }
        if (draft.hasControl) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    draft.id,
                    "The control of signal system (%s) is given twice.".formatted(draft.id),
                    "");
        }
        draft.hasControl = true;
        in.children(
                () -> {
                    if (in.name().equals("signalSystemController")) {
                        in.children(() -> readControllerChild(draft));
                    } else {
                        in.unknownElement();
                    }
                });
    }

    private void readControllerChild(SystemDraft draft) {
        switch (in.name()) {
            case "controllerIdentifier" -> readIdentifier(draft);
            case "signalPlan" -> readPlan(draft);
            default -> in.unknownElement();
        }
    }

    private void readIdentifier(SystemDraft draft) {
        String identifier = in.text().strip();
        if (!identifier.equals(FIXED_TIME)) {
            in.warn(
                    ProblemType.SIGNAL_CONTROLLER,
                    identifier,
                    "The controller (%s) of signal system (%s) is not known; its plan is played as it is."
                            .formatted(identifier, draft.id),
                    "Maybe %s?".formatted(FIXED_TIME));
        }
    }

    private void readPlan(SystemDraft draft) {
        String id = in.require("id");
        start = Double.NaN;
        stop = Double.NaN;
        cycle = Double.NaN;
        offset = 0;
        List<Setting> settings = new ArrayList<>();
        in.children(() -> readPlanChild(draft, settings));
        if (Double.isNaN(cycle)) {
            in.error(
                    ProblemType.SIGNAL_PLAN,
                    id,
                    "The plan (%s) of signal system (%s) has no cycle time that can be used."
                            .formatted(id, draft.id),
                    "Maybe 90 s?");
            return;
        }
        for (Setting setting : settings) {
            checkSetting(draft, id, setting);
        }
        draft.plans.add(
                new PlanDraft(id == null ? "" : id, start, stop, (int) cycle, offset, settings));
    }

    private void readPlanChild(SystemDraft draft, List<Setting> settings) {
        switch (in.name()) {
            case "start" -> start = in.time("daytime");
            case "stop" -> stop = in.time("daytime");
            case "cycleTime" -> cycle = seconds(1, LONGEST_CYCLE, Double.NaN);
            case "offset" -> offset = (int) seconds(-86400, 86400, 0);
            case "signalGroupSettings" -> readSetting(draft, settings);
            default -> in.unknownElement();
        }
    }

    private double seconds(double least, double most, double fallback) {
        double value = in.requireNumber("sec", least, most, fallback);
        if (!Double.isNaN(value) && value != Math.rint(value)) {
            in.error(
                    ProblemType.NOT_A_NUMBER,
                    in.find("sec"),
                    "The %s (%s s) is not a whole number.".formatted(in.name(), in.find("sec")),
                    "Maybe %d?".formatted(Math.round(value)));
            return fallback;
        }
        return value;
    }

    private void readSetting(SystemDraft draft, List<Setting> settings) {
        String group = in.require("refId");
        int line = in.line();
        double[] times = {Double.NaN, Double.NaN};
        in.children(
                () -> {
                    switch (in.name()) {
                        case "onset" -> times[0] = seconds(0, LONGEST_CYCLE, -1);
                        case "dropping" -> times[1] = seconds(0, LONGEST_CYCLE, -1);
                        default -> in.unknownElement();
                    }
                });
        if (known && group != null && !draft.groups.containsKey(group)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    group,
                    "The signal system (%s) has no group (%s).".formatted(draft.id, group),
                    NearestName.remedy(group, draft.groups.keySet()));
        } else if (Double.isNaN(times[0]) || Double.isNaN(times[1])) {
            in.error(
                    ProblemType.MISSING_ATTRIBUTE,
                    group,
                    "The settings of group (%s) lack onset or dropping.".formatted(group),
                    "");
        } else if (group != null && times[0] >= 0 && times[1] >= 0) {
            settings.add(new Setting(group, (int) times[0], (int) times[1], line));
        }
    }

    private void checkSetting(SystemDraft draft, String plan, Setting setting) {
        boolean late = setting.onset() > cycle || setting.dropping() > cycle;
        boolean empty = setting.onset() == setting.dropping();
        if (late || empty) {
            in.problems()
                    .add(
                            in.at(
                                    ProblemType.SIGNAL_PLAN,
                                    org.chalaco.formats.Problem.Severity.ERROR,
                                    setting.line(),
                                    setting.groupId(),
                                    "Group (%s) of signal system (%s) is green from (%d s) to (%d s) of a cycle of (%d s) in plan (%s)."
                                            .formatted(
                                                    setting.groupId(),
                                                    draft.id,
                                                    setting.onset(),
                                                    setting.dropping(),
                                                    (int) cycle,
                                                    plan),
                                    late ? "Maybe the cycle is longer?" : "Maybe leave it out?"));
        }
    }
}
