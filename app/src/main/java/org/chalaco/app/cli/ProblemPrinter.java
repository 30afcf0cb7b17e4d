package org.chalaco.app.cli;

import java.io.PrintWriter;
import java.util.List;
import org.chalaco.app.run.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the words of the problem, and chooses the exit code. */
public final class ProblemPrinter implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (problem instanceof BadInput bad) {
            printProblems(bad.problems(), err);
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
    static void printProblems(List<String> problems, PrintWriter err) {
        problems.forEach(err::println);
        err.println(problems.size() == 1 ? "1 problem." : problems.size() + " problems.");
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
