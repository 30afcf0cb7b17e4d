/** What is measured on the road: count stations, counts by class, queues. */
package org.chalaco.mobsim.detector;
