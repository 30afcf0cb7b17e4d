/**
 * What the standard grids came to before, so that a faster run that does something else is noticed.
 */
package org.chalaco.bench.golden;
