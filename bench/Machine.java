import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a figure was measured on.
final class Machine {

    private Machine() {}

    /// A few lines for people.
    static String describe(Path disk) throws IOException {
        return """
            machine   %d cores, %s, %d MB of memory
            kernel    %s %s
            JDK       %s %s
            disk      %s (%s), fsync of 8 kB: %.2f ms (median of 50)
            date      %s
            load      %s (1, 5, 15 minutes) before the first measurement
            """.formatted(Runtime.getRuntime().availableProcessors(), line("/proc/cpuinfo", "model name"), memory(), System.getProperty("os.name"),
            System.getProperty("os.version"), System.getProperty("java.vendor"), System.getProperty("java.runtime.version"), Files.getFileStore(disk).name(),
            Files.getFileStore(disk).type(), fsync(disk), Instant.now().truncatedTo(ChronoUnit.SECONDS), Files.readString(Path.of("/proc/loadavg")).replaceFirst("(\\S+ \\S+ \\S+).*\\s*", "$1"));
    }

    private static String line(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(name)).findFirst()
            .map(line -> line.replaceFirst(".*:\\s*", "")).orElse("unknown processor");
    }

    private static long memory() throws IOException {
        return Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024;
    }

    /// What a commit costs at least here.
    private static double fsync(Path disk) throws IOException {
        var file = Files.createTempFile(disk, "fsync", "");
        var times = new long[50];
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) {
                long begun = System.nanoTime();
                channel.write(java.nio.ByteBuffer.allocate(8192));
                channel.force(false);
                times[i] = System.nanoTime() - begun;
            }
        } finally {
            Files.delete(file);
        }
        java.util.Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }
}
