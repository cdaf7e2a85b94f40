import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Processor seconds from Linux's `/proc`: of one program, of what it started (PostgreSQL), and of everything else meanwhile.
///
/// On a machine that others use too, compare seconds of processor per item, not items per second.
///
/// @param program the program itself @param children what it started @param clients children of this process that ended
/// @param machine everything, idle excluded @param nanos when
record Meter(double program, double children, double clients, double machine, long nanos) {

    private static final double TICKS = 100;
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;

    /// Reads now; pid 0: no program.
    static Meter read(long pid) throws IOException {
        return new Meter(pid == 0 ? 0 : own(pid), pid == 0 ? 0 : descendants(pid), ended(), busy(), System.nanoTime());
    }

    /// What was used between an earlier reading and this one.
    Meter since(Meter before) {
        return new Meter(program - before.program, children - before.children, clients - before.clients, machine - before.machine, nanos - before.nanos);
    }

    /// Processors kept busy by what is none of ours.
    double others() {
        return Math.max(0, (machine - program - children - clients) / (nanos / 1e9));
    }

    /// Megabytes of memory a process holds.
    static long resident(long pid) throws IOException {
        return field(Path.of("/proc/" + pid + "/status"), "VmRSS:") / 1024;
    }

    /// Megabytes of what a process started; pages that several share are counted once in all (PSS), where the kernel tells.
    static long residentChildren(long pid) throws IOException {
        long kilobytes = 0;
        for (var child : children(pid)) {
            var rollup = Path.of("/proc/" + child + "/smaps_rollup");
            try {
                kilobytes += field(rollup, "Pss:");
            } catch (IOException notTold) {
                kilobytes += field(Path.of("/proc/" + child + "/status"), "VmRSS:");
            }
        }
        return kilobytes / 1024;
    }

    /// Everything a process started that still lives, whatever session it moved to.
    static Set<Long> children(long pid) {
        var all = new HashSet<Long>();
        ProcessHandle.of(pid).ifPresent(handle -> handle.descendants().forEach(child -> all.add(child.pid())));
        return all;
    }

    private static long field(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name)).findFirst()
            .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
    }

    private static double own(long pid) throws IOException {
        var fields = stat(pid);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static double descendants(long pid) throws IOException {
        double sum = 0;
        for (var child : children(pid)) {
            try {
                var fields = stat(child);
                for (int field = 11; field <= 14; field++) {
                    sum += Long.parseLong(fields[field]) / TICKS;
                }
            } catch (IOException gone) {
                sum += 0; // its seconds are now in its parent's count
            }
        }
        return sum;
    }

    private static double ended() throws IOException {
        var fields = stat(ProcessHandle.current().pid());
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    private static double busy() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
        double busy = 0;
        for (int field = 1; field <= 8; field++) {
            busy += field == IDLE || field == IO_WAIT ? 0 : Long.parseLong(fields[field]) / TICKS;
        }
        return busy;
    }

    private static String[] stat(long pid) throws IOException {
        var text = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
    }
}
