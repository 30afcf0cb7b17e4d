/** What is to be made small, and of which terms a score is made. */
package org.chalaco.tuning.objective;
