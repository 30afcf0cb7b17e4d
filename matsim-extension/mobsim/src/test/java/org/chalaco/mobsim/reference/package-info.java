/** A second, slow and readable implementation of the step, to compare the fast one with. */
package org.chalaco.mobsim.reference;
