/** Tables of facts and assumptions as CSV files: read with every problem named at once. */
package org.chalaco.scenario.table;
