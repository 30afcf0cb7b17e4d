/**
 * One run of a scenario: from its folder, through the checks and the days, to the output folder.
 */
package org.chalaco.app.run;
