package org.chalaco.agents.coordination;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.agents.coordination.IntersectionProfile.ApproachProfile;
import org.chalaco.agents.coordination.IntersectionProfile.FeederProfile;
import org.chalaco.agents.coordination.IntersectionProfile.MovementProfile;
import org.chalaco.agents.coordination.IntersectionProfile.NegotiationLimits;
import org.chalaco.agents.coordination.IntersectionProfile.StageProfile;
import org.chalaco.agents.coordination.LibraryProfile.LibraryPlan;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.RoleFactory;

/** Makes the agents of signal control of their descriptions. Stateless. */
public final class Roles implements RoleFactory {

    private static final List<Class<?>> DESCRIPTIONS =
            List.of(
                    IntersectionProfile.class,
                    StageProfile.class,
                    MovementProfile.class,
                    ApproachProfile.class,
                    FeederProfile.class,
                    NegotiationLimits.class,
                    ZoneProfile.class,
                    LibraryProfile.class,
                    LibraryPlan.class,
                    VehicleProfile.class);

    @Override
    public AgentRole create(Record description) {
        if (description instanceof IntersectionProfile profile) {
            return new IntersectionRole(profile);
        } else if (description instanceof ZoneProfile profile) {
            return new ZoneRole(profile);
        } else if (description instanceof LibraryProfile profile) {
            return new LibraryRole(profile);
        } else if (description instanceof VehicleProfile profile) {
            return new VehicleRole(profile);
        }
        throw new IllegalArgumentException("(%s) describes no agent.".formatted(description));
    }

    /** Descriptions as text and back, for agents that are made in another process. */
    public static ContentText descriptions() {
        return ContentText.of(new ArrayList<>(DESCRIPTIONS));
    }
}
