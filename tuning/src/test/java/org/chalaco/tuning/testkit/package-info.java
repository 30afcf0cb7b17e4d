/** Small towns for the tests of tuning. */
package org.chalaco.tuning.testkit;
