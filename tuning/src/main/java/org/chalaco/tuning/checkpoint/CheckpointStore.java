package org.chalaco.tuning.checkpoint;

import java.util.Optional;

/** Where a search is saved after every generation. */
public interface CheckpointStore {

    /** Keeps nothing. */
    CheckpointStore NONE =
            new CheckpointStore() {
                @Override
                public Optional<SavedSearch> find() {
                    return Optional.empty();
                }

                @Override
                public void save(SavedSearch search) {}
            };

    /** The search that was saved last, or empty: begin anew. */
    Optional<SavedSearch> find();

    /** Saves a search; what was saved before stays until this one is complete. */
    void save(SavedSearch search);
}
