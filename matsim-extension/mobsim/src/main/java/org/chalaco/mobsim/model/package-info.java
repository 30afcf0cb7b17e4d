/** How one driver decides: car following, lane changing and gap acceptance, as pure functions. */
package org.chalaco.mobsim.model;
