package org.entente.feeds;

import java.util.List;

/// One Cursor on Target event, read from either wire format.
///
/// @param time milliseconds since 1970, like `start` and `stale`
/// @param lat degrees WGS 84, within the earth
/// @param hae metres above the ellipsoid; 9999999 when unknown, like `ce` and `le`
/// @param access empty when absent, like `how`, `qos`, `opex`, `caveat` and `releasableTo`
record CotEvent(String uid, String type, String how, long time, long start, long stale, double lat, double lon,
    double hae, double ce, double le,
    String access, String qos, String opex, String caveat, String releasableTo, CotDetail detail) {

    static final double UNKNOWN = 9_999_999;
    private static final long YEAR_10000 = 253_402_300_800_000L;

    /// Refuses what no client could use: no name, no type, a point off the earth.
    CotEvent checked() throws CotMalformed {
        if (uid.isBlank() || uid.length() > 256 || type.isEmpty() || type.length() > 128) {
            throw new CotMalformed("no uid or no type");
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw new CotMalformed("not on the earth");
        }
        if (!isTime(time) || !isTime(start) || !isTime(stale)) {
            throw new CotMalformed("no time");
        }
        return this;
    }

    private static boolean isTime(long millis) {
        return millis > 0 && millis < YEAR_10000;
    }

    /// One event of the centre itself, point unknown.
    static CotEvent own(String uid, String type, String how, long now, long lastsMillis, String detail) {
        return at(uid, type, how, now, lastsMillis, 0, 0, detail);
    }

    /// One event of the centre itself at a point; its detail is only written, never searched.
    static CotEvent at(String uid, String type, String how, long now, long lastsMillis, double lat, double lon,
        String detail) {
        return new CotEvent(uid, type, how, now, now, now + lastsMillis, lat, lon, UNKNOWN, UNKNOWN, UNKNOWN, "", "",
            "", "", "",
            new CotDetail(List.of(), detail, List.of()));
    }

    /// A thing on the map, as against bits, tasks and replies.
    boolean isAtom() {
        return type.startsWith("a-");
    }

    /// A unit of our own side; nobody else is ever taken for a unit.
    boolean isFriend() {
        return type.startsWith("a-f-") || type.equals("a-f");
    }

    /// Talk between client and server, which no other client hears.
    boolean isControl() {
        return type.startsWith("t-x-");
    }

    /// 911 and its kind, but not its cancelling.
    boolean isEmergency() {
        return type.startsWith("b-a-o") && !type.equals("b-a-o-can");
    }

    /// 0/0 is what devices send before they know where they are.
    boolean hasRealPoint() {
        return lat != 0 || lon != 0;
    }
}
