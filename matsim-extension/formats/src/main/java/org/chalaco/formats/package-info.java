/**
 * MATSim files to our types and back: what can be wrong with a file, and how it is said.
 *
 * <p>Every reader collects all problems of its file before it gives up; see {@link
 * org.chalaco.formats.Problems}.
 */
package org.chalaco.formats;
