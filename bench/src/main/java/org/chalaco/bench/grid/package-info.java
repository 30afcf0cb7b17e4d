/** Neutral Manhattan grids: streets, signals and trips that any simulator can be given. */
package org.chalaco.bench.grid;
