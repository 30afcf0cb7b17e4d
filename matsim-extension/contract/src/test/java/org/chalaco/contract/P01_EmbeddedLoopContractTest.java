package org.chalaco.contract;

/** FEATURE UNDER TEST: the embedded loop does what a MATSim user may expect of a mobsim. */
class P01_EmbeddedLoopContractTest extends MobsimContract {

    @Override
    protected MobsimUnderTest mobsim() {
        return new EmbeddedLoop();
    }
}
