/** How good plans are: one simulation per plan set and seed, on this machine or elsewhere. */
package org.chalaco.tuning.evaluation;
