package org.chalaco.app.cli;

import java.io.PrintWriter;
import org.chalaco.formats.InvalidInputException;
import org.chalaco.formats.Problems;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the words of the problem, and chooses the exit code. */
public final class ProblemPrinter implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (problem instanceof InvalidInputException invalid) {
            print(invalid.problems(), err);
            return ExitCode.BAD_INPUT;
        }
        err.println("Chalaco stopped: " + describe(problem));
        if (wantsStacktrace(parsed)) {
            problem.printStackTrace(err);
        } else {
            err.println("Maybe run it again with --stacktrace and report what it shows?");
        }
        return ExitCode.FAILURE;
    }

    /** Every problem, one after the other, and how many there are. */
    static void print(Problems problems, PrintWriter err) {
        err.print(problems.text());
        err.println(
                count(problems.errorCount(), "error")
                        + ", "
                        + count(problems.warningCount(), "warning")
                        + ".");
        err.flush();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String describe(Exception problem) {
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : problem.getMessage();
    }

    private static boolean wantsStacktrace(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption("--stacktrace") || parsed.hasMatchedOption("--stacktrace");
    }
}
