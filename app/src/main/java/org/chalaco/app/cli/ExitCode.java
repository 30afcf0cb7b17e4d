package org.chalaco.app.cli;

/** What the process tells the shell. Documented in docs/guide/command-line.md. */
public final class ExitCode {

    /** Everything was done. */
    public static final int OK = 0;

    /** Something broke inside Chalaco, or a file could not be written. */
    public static final int FAILURE = 1;

    /** The command or the files it was given are wrong; nothing was written. */
    public static final int BAD_INPUT = 2;

    /** Stopped by Ctrl-C; the last complete iteration was saved. */
    public static final int INTERRUPTED = 130;

    /** The same for the help of every command, in picocli's notation. */
    static final String HELP =
            "  0    done%n"
                    + "  1    something broke inside, or a file could not be written%n"
                    + "  2    the command or its files are wrong; nothing was written%n"
                    + "  130  stopped by Ctrl-C; the last complete iteration was saved";

    private ExitCode() {}
}
