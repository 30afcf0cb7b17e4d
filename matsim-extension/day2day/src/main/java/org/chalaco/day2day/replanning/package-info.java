/** What persons change from one day to the next: choice among plans, new routes, new times. */
package org.chalaco.day2day.replanning;
