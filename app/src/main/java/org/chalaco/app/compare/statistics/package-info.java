/**
 * Samples of the same seeds compared: intervals, paired differences, tests, correction, ranks. The
 * distributions and tests come from Apache Commons Statistics, which only this package knows.
 */
package org.chalaco.app.compare.statistics;
