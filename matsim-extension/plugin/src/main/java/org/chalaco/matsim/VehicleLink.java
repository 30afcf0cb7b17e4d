// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.matsim.api.core.v01.Id;
import org.matsim.api.core.v01.network.Link;
import org.matsim.core.mobsim.qsim.qnetsimengine.QVehicle;

/**
 * Tells a vehicle which link it is on. Up to release 2025 it is told the link, later the link's id;
 * which of the two there is is found out once.
 */
final class VehicleLink {

    private static final boolean BY_ID;
    private static final MethodHandle SETTER;

    static {
        MethodHandle setter = find("setCurrentLinkId", Id.class);
        BY_ID = setter != null;
        SETTER = BY_ID ? setter : find("setCurrentLink", Link.class);
    }

    private VehicleLink() {}

    private static MethodHandle find(String name, Class<?> argument) {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(QVehicle.class, name, MethodType.methodType(void.class, argument))
                    .asType(MethodType.methodType(void.class, QVehicle.class, Object.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /** Says that the vehicle is on this link. */
    static void set(QVehicle vehicle, Link link) {
        try {
            if (BY_ID) {
                SETTER.invokeExact(vehicle, (Object) link.getId());
            } else {
                SETTER.invokeExact(vehicle, (Object) link);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A vehicle cannot be told its link.", e);
        }
    }
}
