/** Evaluations of a search on a Spark cluster: the only place that sees Spark. */
package org.chalaco.spark;
