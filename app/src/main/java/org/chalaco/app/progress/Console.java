package org.chalaco.app.progress;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err problems and progress
 * @param terminal whether someone looks at a terminal, so that a progress bar makes sense
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {}
