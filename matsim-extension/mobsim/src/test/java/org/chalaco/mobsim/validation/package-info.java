/**
 * The mobsim against theory and field values, with bounds that can fail; what is measured is shown
 * in {@code docs/validation}, which these tests write and compare.
 */
package org.chalaco.mobsim.validation;
