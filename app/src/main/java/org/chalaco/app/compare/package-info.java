/** Ways to control signals compared: scenarios by strategies by seeds, on the same traffic. */
package org.chalaco.app.compare;
