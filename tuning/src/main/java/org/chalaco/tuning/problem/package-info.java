/** What is tuned: intersections, their stages and limits, the traffic, the window that counts. */
package org.chalaco.tuning.problem;
