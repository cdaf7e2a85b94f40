// load program supplied with the project's benchmarks, unchanged
import java.io.*;
import java.lang.management.ManagementFactory;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.LockSupport;

/**
 * Load program for any SensorThings 1.x server. Run: java StaLoad.java MODE [key=value ...]
 * MODE: setup | post | array | batch | read | readlatest | mixed
 *   url=http://127.0.0.1:8089/FROST-Server/v1.1   (loopback only, by design)
 *   conns=8 secs=20 warm=5 n=100 (observations a dataArray/batch) rate=0 (0: closed loop; else open loop, requests/s in all)
 *   streams=20 top=1000 auth="Bearer x" pids=1234,5678 (server process ids, to report CPU seconds) result=num|json label=x out=FILE
 * Open loop latencies are counted from the intended start (no coordinated omission).
 */
public class StaLoad {
    static Map<String, String> a = new HashMap<>();
    static String s(String k, String d) { return a.getOrDefault(k, d); }
    static int i(String k, int d) { return Integer.parseInt(s(k, "" + d)); }
    static URI url; static String host; static int port; static String base, auth;
    static volatile boolean measuring;
    static final AtomicLong seq = new AtomicLong();
    static final AtomicLongArray status = new AtomicLongArray(600);
    static final AtomicLong ioErr = new AtomicLong();

    public static void main(String[] v) throws Exception {
        String mode = v.length > 0 ? v[0] : "help";
        for (int k = 1; k < v.length; k++) { int e = v[k].indexOf('='); a.put(v[k].substring(0, e), v[k].substring(e + 1)); }
        url = URI.create(s("url", "http://127.0.0.1:8089/FROST-Server/v1.1"));
        host = url.getHost(); port = url.getPort() < 0 ? 80 : url.getPort(); base = url.getPath(); auth = s("auth", "");
        if (!InetAddress.getByName(host).isLoopbackAddress()) { System.err.println("refused: loopback only"); System.exit(2); }
        if (mode.equals("setup")) { setup(); return; }
        long[] ds = Files.readAllLines(Path.of(s("dsfile", "streams.txt"))).stream().mapToLong(x -> Long.parseLong(x.trim())).toArray();
        int conns = i("conns", 8), secs = i("secs", 20), warm = i("warm", 5), n = i("n", 100), rate = i("rate", 0), top = i("top", 1000);
        if (secs > 300 || warm > 120) { System.err.println("refused: at most 300 s"); System.exit(2); }
        List<Worker> ws = new ArrayList<>();
        long t0 = System.nanoTime();
        CountDownLatch done = new CountDownLatch(conns);
        AtomicBoolean stop = new AtomicBoolean();
        for (int c = 0; c < conns; c++) {
            Worker w = new Worker(c, mode, ds, n, top, rate == 0 ? 0 : (long) (1e9 * conns / rate), t0 + (rate == 0 ? 0 : (long) (1e9 / rate * c)), stop, done);
            ws.add(w); Thread t = new Thread(w, "w" + c); t.setDaemon(true); t.start();
        }
        Thread.sleep(warm * 1000L);
        double cpu0 = cpu(); double[] sc0 = serverCpu(); double by0 = busy(); status_reset(); measuring = true; long m0 = System.nanoTime();
        Thread.sleep(secs * 1000L);
        measuring = false; long m1 = System.nanoTime(); double cpu1 = cpu(); double[] sc1 = serverCpu(); double by1 = busy();
        stop.set(true); done.await(20, TimeUnit.SECONDS);
        int tot = 0; for (Worker w : ws) tot += w.cnt;
        long[] lat = new long[tot]; int p = 0; long obs = 0, bytes = 0;
        for (Worker w : ws) { System.arraycopy(w.lat, 0, lat, p, w.cnt); p += w.cnt; obs += w.obs; bytes += w.bytes; }
        Arrays.sort(lat);
        double d = (m1 - m0) / 1e9;
        StringBuilder st = new StringBuilder(); for (int k = 0; k < 600; k++) if (status.get(k) > 0) st.append(st.length() > 0 ? "," : "").append("\"" + k + "\":" + status.get(k));
        StringBuilder scs = new StringBuilder(); for (int k = 0; k < sc0.length; k++) scs.append(k > 0 ? "," : "").append(String.format(Locale.ROOT, "%.2f", sc1[k] - sc0[k]));
        String out = String.format(Locale.ROOT, "{\"label\":\"%s\",\"mode\":\"%s\",\"conns\":%d,\"rate\":%d,\"n\":%d,\"secs\":%.2f,\"requests\":%d,\"req_s\":%.1f,\"obs_s\":%.1f,\"MB_s\":%.2f,\"p50_ms\":%.2f,\"p90_ms\":%.2f,\"p99_ms\":%.2f,\"p999_ms\":%.2f,\"max_ms\":%.2f,\"status\":{%s},\"io_errors\":%d,\"client_cpu_s\":%.2f,\"server_cpu_s\":[%s],\"other_cpu_s\":%.2f}",
            s("label", ""), mode, conns, rate, n, d, tot, tot / d, obs / d, bytes / d / 1e6, q(lat, .5), q(lat, .9), q(lat, .99), q(lat, .999), lat.length == 0 ? 0 : lat[lat.length - 1] / 1e6, st, ioErr.get(), cpu1 - cpu0, scs, by1 - by0 - (cpu1 - cpu0) - sum(sc1) + sum(sc0));
        System.out.println(out);
        if (a.containsKey("out")) Files.writeString(Path.of(s("out", "")), out + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    static double sum(double[] x) { double r = 0; for (double d : x) r += d; return r; }
    /** busy CPU seconds of the whole machine, so that a run beside somebody else's work can be told from a quiet one */
    static double busy() throws IOException { String[] x = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+"); long b = 0; for (int k = 1; k < x.length && k <= 8; k++) if (k != 4 && k != 5) b += Long.parseLong(x[k]); return b / 100.0; }
    static void status_reset() { for (int k = 0; k < 600; k++) status.set(k, 0); ioErr.set(0); }
    static double q(long[] l, double f) { return l.length == 0 ? 0 : l[(int) Math.min(l.length - 1, Math.floor(l.length * f))] / 1e6; }
    static double cpu() { return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9; }
    /** CPU seconds of each server process with its children (a PostgreSQL postmaster: sum over its process group). */
    static double[] serverCpu() throws IOException {
        if (!a.containsKey("pids")) return new double[0];
        String[] ps = s("pids", "").split(","); double[] r = new double[ps.length];
        for (File f : new File("/proc").listFiles((x, nm) -> nm.chars().allMatch(Character::isDigit))) {
            try {
                String t = Files.readString(f.toPath().resolve("stat")); String[] x = t.substring(t.lastIndexOf(')') + 2).split(" ");
                for (int k = 0; k < ps.length; k++) if (f.getName().equals(ps[k]) || x[1].equals(ps[k])) {
                    r[k] += (Long.parseLong(x[11]) + Long.parseLong(x[12])) / 100.0;
                    if (f.getName().equals(ps[k])) r[k] += (Long.parseLong(x[13]) + Long.parseLong(x[14])) / 100.0;
                }
            } catch (IOException gone) { }
        }
        return r;
    }

    static void setup() throws Exception {
        int streams = i("streams", 20); Http h = new Http(); StringBuilder ids = new StringBuilder();
        for (int k = 0; k < streams; k++) {
            String thing = "{\"name\":\"Fence zone " + k + "\",\"description\":\"Perimeter fence zone " + k + "\",\"properties\":{\"zone\":\"Z" + k + "\"},"
              + "\"Locations\":[{\"name\":\"Z" + k + "\",\"description\":\"zone\",\"encodingType\":\"application/geo+json\",\"location\":{\"type\":\"Point\",\"coordinates\":[" + (1.80 + k * 0.001) + "," + (50.92 + k * 0.0005) + "]}}],"
              + "\"Datastreams\":[{\"name\":\"Vibration Z" + k + "\",\"description\":\"fence vibration\",\"observationType\":\"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement\",\"unitOfMeasurement\":{\"name\":\"g\",\"symbol\":\"g\",\"definition\":\"http://qudt.org/vocab/unit/STANDARD-G\"},"
              + "\"Sensor\":{\"name\":\"FS-" + k + "\",\"description\":\"fence sensor\",\"encodingType\":\"application/pdf\",\"metadata\":\"http://example.org/fs.pdf\"},"
              + "\"ObservedProperty\":{\"name\":\"vibration\",\"definition\":\"http://example.org/vibration\",\"description\":\"fence vibration\"}}]}";
            int c = h.send("POST", base + "/Things", thing.getBytes(StandardCharsets.UTF_8));
            if (c != 201) throw new IOException("setup: " + c + " " + h.text());
            String loc = h.location; String path = URI.create(loc).getRawPath();
            h.send("GET", path + "/Datastreams?$select=id", null); String t = h.text(); int x = t.indexOf("\"@iot.id\""); x = t.indexOf(':', x) + 1;
            int y = x; while ("0123456789 ".indexOf(t.charAt(y)) >= 0) y++;
            ids.append(t.substring(x, y).trim()).append('\n');
        }
        Files.writeString(Path.of(s("dsfile", "streams.txt")), ids); System.out.println("datastreams: " + ids.toString().replace('\n', ' '));
    }

    static class Worker implements Runnable {
        final int c; final String mode; final long[] ds; final int n, top; final long gap; final AtomicBoolean stop; final CountDownLatch done; long next;
        long[] lat = new long[1 << 16]; int cnt; long obs, bytes; final SplittableRandom r;
        Worker(int c, String mode, long[] ds, int n, int top, long gap, long first, AtomicBoolean stop, CountDownLatch done) { this.c = c; this.mode = mode; this.ds = ds; this.n = n; this.top = top; this.gap = gap; this.next = first; this.stop = stop; this.done = done; r = new SplittableRandom(c + 1); }
        public void run() {
            Http h = new Http();
            try {
                while (!stop.get()) {
                    long start;
                    if (gap > 0) { long now; while ((now = System.nanoTime()) < next) LockSupport.parkNanos(next - now); start = next; next += gap; } else start = System.nanoTime();
                    String m = mode; if (m.equals("mixed")) m = r.nextInt(100) < 90 ? "post" : "read";
                    int code; long o = 0;
                    try {
                        switch (m) {
                            case "post" -> { code = h.send("POST", base + "/Observations", one(ds[r.nextInt(ds.length)]).getBytes(StandardCharsets.UTF_8)); o = 1; }
                            case "array" -> { code = h.send("POST", base + "/CreateObservations", array(ds[r.nextInt(ds.length)]).getBytes(StandardCharsets.UTF_8)); o = n; }
                            case "batch" -> { code = h.send("POST", base + "/$batch", batch().getBytes(StandardCharsets.UTF_8)); o = n; }
                            case "read" -> { code = h.send("GET", base + "/Datastreams(" + ds[r.nextInt(ds.length)] + ")/Observations?$top=" + top + (s("order", "time").equals("time") ? "&$orderby=phenomenonTime%20desc" : ""), null); o = top; }
                            case "readlatest" -> { code = h.send("GET", base + "/Datastreams?$expand=Observations($orderby=phenomenonTime%20desc;$top=1)&$top=" + ds.length, null); o = ds.length; }
                            default -> throw new IllegalArgumentException(m);
                        }
                    } catch (IOException e) { if (measuring) ioErr.incrementAndGet(); h.close(); continue; }
                    long end = System.nanoTime();
                    if (measuring) {
                        status.incrementAndGet(code);
                        if (cnt == lat.length) lat = Arrays.copyOf(lat, cnt * 2);
                        lat[cnt++] = end - start; if (code < 300) obs += o; bytes += h.len;
                    }
                }
            } catch (Throwable t) { t.printStackTrace(); } finally { h.close(); done.countDown(); }
        }
        String res() { return s("result", "num").equals("json") ? "{\"kind\":\"CUT\",\"confidence\":0." + r.nextInt(10, 99) + ",\"zone\":\"Z" + r.nextInt(99) + "\"}" : "" + (r.nextInt(100000) / 1000.0); }
        String one(long d) { return "{\"phenomenonTime\":\"" + t() + "\",\"result\":" + res() + ",\"Datastream\":{\"@iot.id\":" + d + "}}"; }
        String array(long d) {
            StringBuilder b = new StringBuilder(n * 50).append("[{\"Datastream\":{\"@iot.id\":").append(d).append("},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray@iot.count\":").append(n).append(",\"dataArray\":[");
            for (int k = 0; k < n; k++) b.append(k > 0 ? "," : "").append("[\"").append(t()).append("\",").append(res()).append(']');
            return b.append("]}]").toString();
        }
        String batch() {
            StringBuilder b = new StringBuilder("{\"requests\":[");
            for (int k = 0; k < n; k++) b.append(k > 0 ? "," : "").append("{\"id\":\"" + k + "\",\"method\":\"post\",\"url\":\"Observations\",\"body\":").append(one(ds[r.nextInt(ds.length)])).append('}');
            return b.append("]}").toString();
        }
        String t() { return Instant.ofEpochMilli(1_790_000_000_000L + seq.incrementAndGet()).toString(); }
    }

    /** The cheapest HTTP/1.1 keep-alive client that will do: one blocking socket. */
    static class Http {
        Socket s; InputStream in; OutputStream out; byte[] buf = new byte[1 << 16]; int pos, lim; long len; byte[] body = new byte[0]; int bl; String location;
        void open() throws IOException { s = new Socket(); s.setTcpNoDelay(true); s.setSoTimeout(60000); s.connect(new InetSocketAddress(host, port), 5000); in = s.getInputStream(); out = s.getOutputStream(); pos = lim = 0; }
        void close() { try { if (s != null) s.close(); } catch (IOException e) { } s = null; }
        int rd() throws IOException { if (pos == lim) { pos = 0; lim = in.read(buf); if (lim < 0) { lim = 0; throw new EOFException(); } } return buf[pos++] & 255; }
        String line() throws IOException { StringBuilder b = new StringBuilder(); int c; while ((c = rd()) != '\n') if (c != '\r') b.append((char) c); return b.toString(); }
        void add(int n) throws IOException { if (bl + n > body.length) body = Arrays.copyOf(body, Math.max(bl + n, body.length * 2)); int left = n; while (left > 0) { if (pos == lim) { pos = 0; lim = in.read(buf); if (lim < 0) { lim = 0; throw new EOFException(); } } int k = Math.min(left, lim - pos); System.arraycopy(buf, pos, body, bl, k); pos += k; bl += k; left -= k; } }
        String text() { return new String(body, 0, bl, StandardCharsets.UTF_8); }
        int send(String m, String path, byte[] b) throws IOException {
            if (s == null) open();
            StringBuilder h = new StringBuilder(m).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host).append(':').append(port).append("\r\nAccept: application/json\r\n");
            if (!auth.isEmpty()) h.append("Authorization: ").append(auth).append("\r\n");
            if (b != null) h.append("Content-Type: application/json\r\nContent-Length: ").append(b.length).append("\r\n");
            byte[] hb = h.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
            byte[] all = hb; if (b != null) { all = Arrays.copyOf(hb, hb.length + b.length); System.arraycopy(b, 0, all, hb.length, b.length); }
            out.write(all); out.flush();
            String sl = line(); int code = Integer.parseInt(sl.substring(9, 12)); long cl = -1; boolean ch = false, cls = false; location = null; String x;
            while (!(x = line()).isEmpty()) { int e = x.indexOf(':'); String k = x.substring(0, e).toLowerCase(Locale.ROOT), val = x.substring(e + 1).trim(); switch (k) { case "content-length" -> cl = Long.parseLong(val); case "transfer-encoding" -> ch = val.toLowerCase(Locale.ROOT).contains("chunked"); case "connection" -> cls = val.equalsIgnoreCase("close"); case "location" -> location = val; default -> { } } }
            bl = 0;
            if (ch) { while (true) { String hx = line(); int e = hx.indexOf(';'); int k = Integer.parseInt((e < 0 ? hx : hx.substring(0, e)).trim(), 16); if (k == 0) { while (!line().isEmpty()) { } break; } add(k); line(); } }
            else if (cl > 0) add((int) cl);
            len = bl; if (cls) close();
            return code;
        }
    }
}
