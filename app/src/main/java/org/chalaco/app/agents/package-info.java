/** Signals under control in a run: which controller, agents on their platform, what they said. */
package org.chalaco.app.agents;
