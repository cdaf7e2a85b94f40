package org.entente.field;

import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// `field play` plays the reference night against a running centre; `field check` compares what was acknowledged with what was kept.
public final class Main {

    private static final int MISSING = 1;
    private static final int USAGE = 2;

    private Main() {}

    /// Exit code 0: all is well; 1: something is missing; 2: the command line was not understood.
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException notUnderstood) {
            System.err.println(notUnderstood.getMessage());
            System.exit(USAGE);
            return;
        }
        int code = 0;
        try (var link = new Link(options.centre())) {
            if (options.check()) {
                var found = new Check(options, Night.load(), link).run();
                System.out.println(JsonMapper.shared().writeValueAsString(found.counts()));
                found.missing().stream().limit(100).forEach(line -> System.err.println("missing: " + line));
                code = found.missing().isEmpty() ? 0 : MISSING;
            } else {
                System.out
                    .println(JsonMapper.shared().writeValueAsString(new NightRun(options, Night.load(), link).run()));
            }
        }
        System.exit(code);
    }
}
