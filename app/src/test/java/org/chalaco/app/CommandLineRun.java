package org.chalaco.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command, run inside the test.
 *
 * @param exitCode what the shell would see
 * @param out what it printed
 * @param err problems and progress
 */
public record CommandLineRun(int exitCode, String out, String err) {

    /** Runs {@code chalaco} with these arguments. */
    public static CommandLineRun of(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int k = 0; k < texts.length; k++) {
            texts[k] = arguments[k].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Chalaco.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
