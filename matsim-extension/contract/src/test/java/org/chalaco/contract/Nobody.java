package org.chalaco.contract;

import java.nio.file.Path;

/** The contract of a runner after whose runs nothing has happened; not a test by itself. */
final class Nobody extends MobsimContract {

    private final RuntimeException failure;

    /**
     * A runner that does nothing.
     *
     * @param failure what every run ends with, or null: it ends well
     */
    Nobody(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    protected MobsimUnderTest mobsim() {
        return new MobsimUnderTest() {
            @Override
            public String name() {
                return "nobody";
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
