package org.entente.feeds;

import java.net.InetAddress;
import java.time.Duration;

/// Where the SAPIENT server listens and what it bears.
///
/// @param port 0 any free port, negative no such door
/// @param maxNodes connections at a time; one more is closed at once
/// @param maxMessageBytes one message; a longer one means that the framing is lost
/// @param ahead how far a timestamp may be in the future of the centre's clock
/// @param late how long ago it may be
/// @param toRegister how long a connection may be without an accepted registration
/// @param toWrite how long a node may take to read an answer
/// @param silence how long a node may say nothing, or three of its own status intervals when that is longer, an hour
///     at most
public record SapientSettings(InetAddress bind, int port, int maxNodes, int maxMessageBytes, Duration ahead,
    Duration late, Duration toRegister, Duration toWrite, Duration silence) {

    /// The ordinary limits: 128 nodes, 256 KiB a message, one hour ahead, 90 days late, 30 s to register, 10 s to
    /// read, 3 minutes of silence.
    public static SapientSettings at(InetAddress bind, int port) {
        return new SapientSettings(bind, port, 128, 256 * 1024, Duration.ofHours(1), Duration.ofDays(90),
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(3));
    }

    /// The same with other limits of time.
    public SapientSettings within(Duration ahead, Duration late) {
        return new SapientSettings(bind, port, maxNodes, maxMessageBytes, ahead, late, toRegister, toWrite, silence);
    }
}
