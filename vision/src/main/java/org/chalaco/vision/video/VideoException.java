package org.chalaco.vision.video;

/** A video cannot be read; the message names the file or address and the codec. */
public class VideoException extends RuntimeException {

    private final String source;
    private final String remedy;

    /** What went wrong with which video, and a way out. */
    public VideoException(String source, String message, String remedy) {
        super(message);
        this.source = source;
        this.remedy = remedy;
    }

    /** The file or address, without user names and passwords. */
    public String source() {
        return source;
    }

    /** A way out, such as "Maybe ...?". */
    public String remedy() {
        return remedy;
    }
}
