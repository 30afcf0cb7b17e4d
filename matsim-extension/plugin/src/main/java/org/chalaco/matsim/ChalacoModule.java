// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.controler.AbstractModule;
import org.matsim.core.mobsim.qsim.AbstractQSimModule;
import org.matsim.core.mobsim.qsim.components.QSimComponentsConfigGroup;
import org.matsim.core.mobsim.qsim.qnetsimengine.QNetsimEngineModule;

/**
 * Puts the mobsim of Chalaco into a MATSim run, in the place of QSim's queues:
 *
 * <pre>{@code
 * controler.addOverridingModule(new ChalacoModule());
 * }</pre>
 *
 * <p>Activities, teleported modes, public transport, fleets, within-day agents and network change
 * events stay QSim's. Parameters are those of {@link ChalacoConfigGroup}. Signals need {@code
 * ChalacoSignalsModule} in the place of {@code Signals.configure(controler)}.
 */
public final class ChalacoModule extends AbstractModule {

    @Override
    public void install() {
        ConfigUtils.addOrGetModule(getConfig(), ChalacoConfigGroup.class);
        activate(ConfigUtils.addOrGetModule(getConfig(), QSimComponentsConfigGroup.class));
        bind(MappedNetwork.class).toProvider(MatsimNetworkMapper.class).in(Singleton.class);
        bind(RunIteration.class).in(Singleton.class);
        addControlerListenerBinding().to(RunIteration.class);
        installQSimModule(new ChalacoQSimModule());
        bind(new TypeLiteral<Collection<AbstractQSimModule>>() {})
                .toProvider(ModulesWithoutQueue.class);
    }

    private static void activate(QSimComponentsConfigGroup components) {
        List<String> active = new ArrayList<>(components.getActiveComponents());
        int queue = active.indexOf(QNetsimEngineModule.COMPONENT_NAME);
        if (queue >= 0) {
            active.set(queue, ChalacoEngine.COMPONENT_NAME);
        } else if (!active.contains(ChalacoEngine.COMPONENT_NAME)) {
            active.add(ChalacoEngine.COMPONENT_NAME);
        }
        components.setActiveComponents(active);
    }

    /**
     * All QSim modules but the queue engine's, whose network would otherwise be built and never
     * used.
     */
    static final class ModulesWithoutQueue implements Provider<Collection<AbstractQSimModule>> {

        private final Set<AbstractQSimModule> all;

        @Inject
        ModulesWithoutQueue(Set<AbstractQSimModule> all) {
            this.all = all;
        }

        @Override
        public Collection<AbstractQSimModule> get() {
            List<AbstractQSimModule> modules = new ArrayList<>();
            for (AbstractQSimModule module : all) {
                if (module instanceof ChalacoQSimModule ours) {
                    ours.replaceQueue();
                }
                if (module.getClass() != QNetsimEngineModule.class) {
                    modules.add(module);
                }
            }
            return modules;
        }
    }
}
