/**
 * What every link can carry, beside what the network file says: lanes, turns, discharge and green,
 * and which of them explains the difference.
 */
package org.chalaco.analysis.capacity;
