/** Work on many persons at once, with results that do not depend on how many work. */
package org.chalaco.day2day.parallel;
