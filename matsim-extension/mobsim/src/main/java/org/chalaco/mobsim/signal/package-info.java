/** Signal groups, stages, plans and intergreens: what every stop line shows. */
package org.chalaco.mobsim.signal;
