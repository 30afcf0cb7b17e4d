/** What a vehicle is, from its picture: five kinds that a person could tell apart at a glance. */
package org.chalaco.vision.classification;
