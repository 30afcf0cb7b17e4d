/** The inner loops one by one, measured with JMH through the kernel's public types. */
package org.chalaco.bench.kernel;
