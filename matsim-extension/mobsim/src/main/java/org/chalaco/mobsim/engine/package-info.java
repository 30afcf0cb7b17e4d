/** How a run runs: state arrays, leaders, and the step. Not exported. */
package org.chalaco.mobsim.engine;
