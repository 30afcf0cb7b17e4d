/** The embedded day-to-day loop: mobsim, scoring and replanning, iteration after iteration. */
package org.chalaco.day2day;
