/** The standard grids through us and through others, in turn, and the table that comes of it. */
package org.chalaco.bench.compare;
