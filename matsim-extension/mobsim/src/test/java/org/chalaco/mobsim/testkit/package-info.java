/**
 * Roads, demand and measuring instruments for tests of anything that drives: published with the
 * kernel, so that whoever writes a controller, a scenario or another engine tests it on the same
 * roads.
 */
package org.chalaco.mobsim.testkit;
