/**
 * Key figures of a run: per class, link, movement and intersection, and the textbook formulas of
 * signal capacity they are judged by. {@link org.chalaco.analysis.kpi.KpiTables} lists every figure
 * with its unit and meaning.
 */
package org.chalaco.analysis.kpi;
