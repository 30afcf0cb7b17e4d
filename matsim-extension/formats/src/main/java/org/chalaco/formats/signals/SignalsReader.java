package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.day2day.road.PlanChange;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.signals.SystemDraft.PlanDraft;
import org.chalaco.formats.signals.SystemDraft.Setting;
import org.chalaco.formats.xml.Times;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Reads MATSim's signals and puts them together.
 *
 * <p>{@link #read} takes one plan per system: the one that holds at the time of day of the run; the
 * others are reported. {@link #readDay} takes all of them, with their hours. In MATSim red-amber
 * starts at the onset and green after it; here the onset is that of green. Amber is one value per
 * system: the longest of its signals. Without a file of amber times it is {@value #USUAL_AMBER} s,
 * because drivers here brake and cannot stop at once.
 */
public final class SignalsReader {

    /** Amber where no file gives any, s. */
    public static final int USUAL_AMBER = 3;

    private final SignalFiles files;
    private final RoadNetwork network;
    private final LaneDefinitions lanes;
    private final Problems problems;
    private final Map<String, SystemDraft> drafts = new LinkedHashMap<>();
    private boolean allDay;

    private SignalsReader(
            SignalFiles files, RoadNetwork network, LaneDefinitions lanes, Problems problems) {
        this.files = files;
        this.network = network;
        this.lanes = lanes;
        this.problems = problems;
    }

    /**
     * Reads all files; what is wrong is reported, and systems that cannot work are left out.
     *
     * @param files the files
     * @param network of the run
     * @param lanes lane definitions that signals may refer to
     * @param timeOfDay for which plans are chosen, s since midnight
     * @param problems takes what is wrong
     */
    public static List<SignalSystem> read(
            SignalFiles files,
            RoadNetwork network,
            LaneDefinitions lanes,
            double timeOfDay,
            Problems problems) {
        return new SignalsReader(files, network, lanes, problems).readAll(timeOfDay);
    }

    /**
     * Reads all files with the plans of the whole day; what is wrong is reported, and systems that
     * cannot work are left out.
     *
     * @param files the files
     * @param network of the run
     * @param lanes lane definitions that signals may refer to
     * @param startTime when the run begins, s since midnight
     * @param problems takes what is wrong
     */
    public static SignalDay readDay(
            SignalFiles files,
            RoadNetwork network,
            LaneDefinitions lanes,
            double startTime,
            Problems problems) {
        SignalsReader reader = new SignalsReader(files, network, lanes, problems);
        reader.allDay = true;
        List<SignalSystem> systems = reader.readAll(startTime);
        List<PlanChange> changes = new ArrayList<>();
        for (int s = 0; s < systems.size(); s++) {
            SystemDraft draft = reader.drafts.get(systems.get(s).id());
            changes.addAll(
                    new PlanHours(draft.plans).changes(s, startTime, systems.get(s).redAmber()));
        }
        return new SignalDay(systems, changes);
    }

    private List<SignalSystem> readAll(double timeOfDay) {
        if (files.systems() == null || files.groups() == null || files.control() == null) {
            return List.of();
        }
        new SystemElements(drafts, network, lanes).read(files.systems(), problems);
        new GroupElements(drafts).read(files.groups(), problems);
        new ControlElements(drafts).read(files.control(), problems);
        SignalTimeElements times = new SignalTimeElements(drafts);
        if (files.amberTimes() != null) {
            times.readAmber(files.amberTimes(), problems);
        }
        if (files.intergreenTimes() != null) {
            times.readIntergreens(files.intergreenTimes(), problems);
        }
        List<SignalSystem> systems = new ArrayList<>();
        for (SystemDraft draft : drafts.values()) {
            build(draft, timeOfDay, times).ifPresent(systems::add);
        }
        return systems;
    }

    private Optional<SignalSystem> build(
            SystemDraft draft, double timeOfDay, SignalTimeElements times) {
        if (draft.groups.isEmpty()) {
            report(
                    ProblemType.SIGNAL_GROUP,
                    Severity.ERROR,
                    files.groups(),
                    draft,
                    "The signal system (%s) has no groups.".formatted(draft.id));
            return Optional.empty();
        }
        warnOfUngrouped(draft);
        Optional<PlanDraft> chosen = choosePlan(draft, timeOfDay);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        int amber = longest(draft, "amber", draft.amber, draft.signalAmbers, times.defaultAmber());
        int redAmber =
                longest(
                        draft,
                        "red-amber",
                        draft.redAmber,
                        draft.signalRedAmbers,
                        times.defaultRedAmber());
        List<SignalGroup> groups = new ArrayList<>();
        draft.groups.forEach((id, heads) -> groups.add(new SignalGroup(id, heads)));
        warnOfNeverGreen(draft, chosen.get());
        return Optional.of(
                new SignalSystem(
                        draft.id,
                        groups,
                        List.of(),
                        new IntergreenMatrix(draft.intergreens),
                        amber,
                        redAmber,
                        toPlan(chosen.get(), redAmber)));
    }

    private void warnOfUngrouped(SystemDraft draft) {
        draft.heads.forEach(
                (id, head) -> {
                    if (draft.groups.values().stream().noneMatch(list -> list.contains(head))) {
                        report(
                                ProblemType.SIGNAL_GROUP,
                                Severity.WARNING,
                                files.groups(),
                                draft,
                                "The signal (%s) of system (%s) is in no group and has no effect."
                                        .formatted(id, draft.id));
                    }
                });
    }

    private void warnOfNeverGreen(SystemDraft draft, PlanDraft plan) {
        for (String group : draft.groups.keySet()) {
            if (plan.settings().stream().noneMatch(s -> s.groupId().equals(group))) {
                report(
                        ProblemType.SIGNAL_PLAN,
                        Severity.WARNING,
                        files.control(),
                        draft,
                        "The group (%s) of signal system (%s) is never green in plan (%s)."
                                .formatted(group, draft.id, plan.id()));
            }
        }
    }

    /** Two plans for one time of day are as wrong here as in MATSim. */
    private void reportOverlaps(SystemDraft draft) {
        for (int k = 0; k < draft.plans.size(); k++) {
            PlanDraft plan = draft.plans.get(k);
            for (PlanDraft later : draft.plans.subList(k + 1, draft.plans.size())) {
                if (plan.overlaps(later)) {
                    report(
                            ProblemType.SIGNAL_PLAN,
                            Severity.ERROR,
                            files.control(),
                            draft,
                            "The plans (%s) and (%s) of signal system (%s) hold at the same time."
                                    .formatted(plan.id(), later.id(), draft.id));
                }
            }
        }
    }

    private Optional<PlanDraft> choosePlan(SystemDraft draft, double timeOfDay) {
        reportOverlaps(draft);
        if (allDay && !draft.plans.isEmpty()) {
            PlanDraft holds = new PlanHours(draft.plans).at(timeOfDay);
            return Optional.of(holds == null ? draft.plans.get(0) : holds);
        }
        List<PlanDraft> holding =
                draft.plans.stream().filter(plan -> plan.holdsAt(timeOfDay)).toList();
        if (holding.isEmpty()) {
            report(
                    ProblemType.SIGNAL_PLAN,
                    Severity.ERROR,
                    files.control(),
                    draft,
                    draft.plans.isEmpty()
                            ? "The signal system (%s) has no plan that can be used."
                                    .formatted(draft.id)
                            : "No plan of signal system (%s) holds at %s."
                                    .formatted(draft.id, Times.write(timeOfDay)));
            return Optional.empty();
        }
        PlanDraft chosen = holding.get(0);
        for (PlanDraft plan : draft.plans) {
            if (plan != chosen) {
                report(
                        ProblemType.SIGNAL_PLAN,
                        Severity.WARNING,
                        files.control(),
                        draft,
                        "The plan (%s) of signal system (%s) is not used; (%s) holds at %s."
                                .formatted(
                                        plan.id(), draft.id, chosen.id(), Times.write(timeOfDay)));
            }
        }
        return Optional.of(chosen);
    }

    private int longest(
            SystemDraft draft,
            String what,
            Integer ofSystem,
            List<Integer> ofSignals,
            Integer ofAll) {
        Integer usual = ofSystem == null ? ofAll : ofSystem;
        int longest = usual == null ? 0 : usual;
        for (int seconds : ofSignals) {
            longest = Math.max(longest, seconds);
        }
        int taken = longest;
        boolean differ =
                ofSignals.stream().anyMatch(s -> s != taken)
                        || !ofSignals.isEmpty() && usual != null && usual != taken;
        if (differ) {
            report(
                    ProblemType.SIGNAL_TIMES,
                    Severity.WARNING,
                    files.amberTimes(),
                    draft,
                    "The %s times of signal system (%s) differ; (%d s) was taken for all."
                            .formatted(what, draft.id, taken));
        }
        return taken;
    }

    static SignalPlan toPlan(PlanDraft plan, int redAmber) {
        List<GroupGreen> greens = new ArrayList<>();
        for (Setting setting : plan.settings()) {
            int green = Math.floorMod(setting.onset() + redAmber, plan.cycle());
            greens.add(new GroupGreen(setting.groupId(), green, setting.dropping()));
        }
        return new SignalPlan(plan.id(), plan.cycle(), plan.offset(), greens);
    }

    private void report(
            ProblemType type, Severity severity, Path file, SystemDraft draft, String message) {
        problems.add(
                new Problem(
                        type.id(),
                        severity,
                        String.valueOf(file),
                        0,
                        "signalSystem",
                        draft.id,
                        message,
                        ""));
    }
}
