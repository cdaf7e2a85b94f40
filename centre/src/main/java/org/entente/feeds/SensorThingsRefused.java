package org.entente.feeds;

import org.entente.kernel.Text;

/// A request that is not granted: HTTP status, the reason it is counted under, and what the sender reads.
final class SensorThingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    final int status;
    final String reason;
    final transient Text says;
    final int retryAfterSeconds;

    SensorThingsRefused(int status, String reason, Text says, int retryAfterSeconds) {
        super(says.english(), null, false, false);
        this.status = status;
        this.reason = reason;
        this.says = says;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static SensorThingsRefused bad(String reason, String english, String french) {
        return new SensorThingsRefused(400, reason, new Text(english, french), 0);
    }

    static SensorThingsRefused unknown(String what) {
        return new SensorThingsRefused(404, "unknown", new Text("There is no " + what, "Introuvable : " + what), 0);
    }

    static SensorThingsRefused tooLarge(String english, String french) {
        return new SensorThingsRefused(413, "too-large", new Text(english, french), 0);
    }

    /// `{"code":…,"type":"error","message":"EN / FR"}`.
    String json() {
        return "{\"code\":" + status + ",\"type\":\"error\",\"message\":"
            + SensorThingsJson.quoted(says.english() + " / " + says.french()) + "}";
    }
}
