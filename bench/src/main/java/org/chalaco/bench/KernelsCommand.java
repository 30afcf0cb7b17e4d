package org.chalaco.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code chalaco-bench kernels}: the inner loops one by one, under JMH. */
@Command(
        name = "kernels",
        description =
                "Measure the inner loops with JMH; what follows is passed on to it, for example"
                        + " \"-f 1 Ring\" or \"-l\" or \"-h\".")
final class KernelsCommand implements Callable<Integer> {

    @Unmatched private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        org.openjdk.jmh.Main.main(options.toArray(String[]::new));
        return 0;
    }
}
