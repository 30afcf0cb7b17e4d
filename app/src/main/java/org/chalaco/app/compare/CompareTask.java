package org.chalaco.app.compare;

import java.nio.file.Path;

/**
 * One run to be made or read.
 *
 * @param scenario the scenario
 * @param strategy who controls
 * @param seed of traffic and everything random
 * @param digest of scenario and strategy
 * @param file where its figures are kept
 */
record CompareTask(
        ComparedScenario scenario, Strategy strategy, long seed, String digest, Path file) {}
