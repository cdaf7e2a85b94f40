package org.entente.reports;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.List;
import org.entente.kernel.Text;

/// What the reports must know of the deployment: its name, the clock on its wall, and its sites in their usual order.
public record Setting(Text centre, ZoneId zone, List<Site> sites) {

    /// One site, for example `CALAIS`.
    public record Site(String id, Text name) {}

    public Setting {
        requireNonNull(centre, "centre");
        requireNonNull(zone, "zone");
        sites = List.copyOf(sites);
    }
}
