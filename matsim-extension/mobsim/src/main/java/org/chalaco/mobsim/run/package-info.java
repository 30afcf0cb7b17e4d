/** What one run is given and what it gives. */
package org.chalaco.mobsim.run;
