/** What comes out of a run: traffic events in order of time. */
package org.chalaco.mobsim.event;
