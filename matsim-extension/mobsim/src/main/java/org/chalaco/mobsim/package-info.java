/** The facade of the traffic kernel: {@link org.chalaco.mobsim.MicroSimulation}. */
package org.chalaco.mobsim;
