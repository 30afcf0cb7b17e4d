/** How far a run is: a bar on a terminal, plain lines elsewhere. */
package org.chalaco.app.progress;
