/** MATSim populations (v6): persons, plans, activities, legs and routes, read and written. */
package org.chalaco.formats.plans;
