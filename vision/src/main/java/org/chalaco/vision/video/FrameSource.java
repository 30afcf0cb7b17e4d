package org.chalaco.vision.video;

/** A video, picture by picture. Not thread-safe: one source belongs to one thread. */
public interface FrameSource extends AutoCloseable {

    /** Size, rate and codec. */
    VideoFormat format();

    /**
     * Fills the frame with the next picture.
     *
     * @return false at the end of the video; the frame is then left as it was
     * @throws VideoException if the video is broken or a live source did not come back
     */
    boolean read(Frame frame);

    /** Ends reading; may be called twice. */
    @Override
    void close();
}
