package org.chalaco.vision.detection;

import java.util.List;
import org.chalaco.vision.video.Frame;

/**
 * Finds the vehicles in frames, which come in order: a detector may remember what the road looked
 * like. Not thread-safe: one detector belongs to one camera.
 */
public interface VehicleDetector extends AutoCloseable {

    /** The vehicles of this frame, in no particular but a repeatable order. */
    List<Detection> detect(Frame frame);

    /** Gives native memory back; may be called twice. */
    @Override
    void close();
}
