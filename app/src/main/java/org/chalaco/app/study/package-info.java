/**
 * The experiment of the Havana study, repeated: its search many times over, ours beside it, and all
 * plans judged on traffic that no search has seen.
 */
package org.chalaco.app.study;
