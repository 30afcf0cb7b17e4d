/** Where vehicles were, second by second: all of them for a while, or along one avenue. */
package org.chalaco.analysis.trajectory;
