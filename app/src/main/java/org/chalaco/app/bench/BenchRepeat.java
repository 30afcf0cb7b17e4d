package org.chalaco.app.bench;

import org.chalaco.mobsim.run.RunResult;

/**
 * One measured run.
 *
 * @param run what it did
 * @param cpu what it took
 * @param kpis the figures that must not change
 */
record BenchRepeat(RunResult run, CpuTime cpu, BenchKpis kpis) {}
