package org.chalaco.contract;

import java.nio.file.Path;

/** The contract of a runner after whose runs nothing has happened; not a test by itself. */
final class UnfitRunner extends MobsimContract {

    private final RuntimeException failure;

    /**
     * A runner that does nothing.
     *
     * @param failure what every run ends with, or null: it ends well
     */
    UnfitRunner(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    protected MobsimUnderTest mobsim() {
        return new MobsimUnderTest() {
            @Override
            public String name() {
                return "unfit";
            }

            @Override
            public void run(Path scenario, RunListener listener) {
                if (failure != null) {
                    throw failure;
                }
            }
        };
    }
}
