package org.entente.feeds;

import java.net.InetAddress;
import java.time.Duration;

/// Where the CoT server listens and what it bears.
///
/// @param bind the address both doors listen on
/// @param plainPort the TCP door; 0 any free port, negative no such door
/// @param tlsPort the TLS door; the same
/// @param maxClients connections at a time; one more is closed at once
/// @param maxEventBytes one event, 64 KiB by default
/// @param maxQueued messages that wait for one slow client
/// @param maxQueuedBytes the same in bytes
/// @param tolerance how far an event's time may be from the centre's clock
public record CotSettings(InetAddress bind, int plainPort, int tlsPort, int maxClients, int maxEventBytes,
    int maxQueued, long maxQueuedBytes, Duration tolerance) {

    /// The ordinary limits: 512 clients, 64 KiB an event, 4,096 messages or 16 MiB waiting, ten minutes.
    public static CotSettings at(InetAddress bind, int plainPort, int tlsPort) {
        return new CotSettings(bind, plainPort, tlsPort, 512, 64 * 1024, 4096, 16L << 20, Duration.ofMinutes(10));
    }
}
