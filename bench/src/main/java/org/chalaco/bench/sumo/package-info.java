/**
 * SUMO beside us: the same streets, lanes, signals and routes, written by {@code formats.sumo}, and
 * a run of its program. SUMO is started as a process only; nothing of it is linked or shipped.
 */
package org.chalaco.bench.sumo;
