package org.chalaco.vision.video;

/** A source came back with pictures of another size, in which no line lies where it was drawn. */
final class OtherSizeException extends VideoException {

    private static final long serialVersionUID = 1;

    OtherSizeException(String shown, VideoFormat before, VideoFormat now) {
        super(
                shown,
                "The source (%s) came back with %d x %d pixels instead of %d x %d."
                        .formatted(
                                shown, now.width(), now.height(), before.width(), before.height()),
                "Maybe the camera was set up anew: check its site file.");
    }
}
