package org.chalaco.mobsim.engine;

/**
 * What one thread writes for every vehicle, while others do so with their own.
 *
 * <p>Processors hand memory to each other in lines of 64 bytes, two at a time. The collector may
 * put the instances of two threads side by side; without this room between them, each would wait
 * for the other at every write.
 */
@SuppressWarnings("unused") // the room is all there is to it
abstract class OfOneThread {
    private int headRoom; // else a subclass's field takes the place right behind the header
    private long room0;
    private long room1;
    private long room2;
    private long room3;
    private long room4;
    private long room5;
    private long room6;
    private long room7;
    private long room8;
    private long room9;
    private long room10;
    private long room11;
    private long room12;
    private long room13;
    private long room14;
    private long room15;
}
