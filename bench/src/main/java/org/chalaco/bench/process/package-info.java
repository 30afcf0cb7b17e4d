/** Programs run as processes of their own, and what they took. */
package org.chalaco.bench.process;
