package org.entente.feeds;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.entente.feeds.SapientFault.Refused;

/// One detection as the centre keeps it: a place, how sure, of what kind. Whatever else a report says of a thing or a
/// person ends here.
///
/// @param id names the object between reports of one node; empty when it may not be kept
/// @param classes each kind and how sure, in the order of the kinds
record SapientDetection(Optional<String> id, SapientPlace place, OptionalDouble confidence,
    Map<SapientClass, Double> classes) {

    /// What a report may say about a person; no part of it is kept.
    private static final List<String> DESCRIPTIONS = List.of("track_info", "object_info", "behaviour");

    SapientDetection {
        classes = Collections.unmodifiableMap(new TreeMap<>(classes));
    }

    /// Reads a sound DetectionReport.
    ///
    /// @param reidentified the node knows a thing again by its looks, after it was lost: then no id of what may be a
    ///     person is kept
    static SapientDetection of(SapientFields report, SapientPlaces places, boolean reidentified) throws Refused {
        var classes = classes(report);
        return new SapientDetection(
            reidentified && maybePerson(classes) ? Optional.empty() : Optional.of(report.text("object_id")),
            places.place(report, "detection_report"), report.number("detection_confidence"), classes);
    }

    /// A node that says nothing of how sure it is of several kinds is equally sure of each.
    private static Map<SapientClass, Double> classes(SapientFields report) {
        var classes = new EnumMap<SapientClass, Double>(SapientClass.class);
        var said = report.parts("classification");
        for (var one : said) {
            double sure = one.number("confidence").orElse(1.0 / said.size());
            classes.merge(SapientClass.of(one.text("type")), sure, (a, b) -> Math.min(1, a + b));
        }
        return classes;
    }

    private static boolean maybePerson(Map<SapientClass, Double> classes) {
        return classes.isEmpty() || classes.containsKey(SapientClass.PERSON);
    }

    /// How many attributes of a person a report carries: everything it adds to what is or may be a person, and of
    /// anything else what the
    /// list of personal words names (DESIGN §5; Directive (EU) 2016/680 Art 10). For the count; none is kept.
    static int personalAttributes(SapientFields report, boolean reidentified) {
        boolean person = maybePerson(classes(report));
        int found = 0;
        for (var one : report.parts("classification")) {
            found += subClasses(one, person && SapientClass.of(one.text("type")) != SapientClass.VEHICLE);
        }
        for (var list : DESCRIPTIONS) {
            found += (int) report.parts(list).stream()
                .filter(one -> person || PersonAttributes.describes(one.text("type"))).count();
        }
        if (person) {
            found += report.count("associated_file") + (report.has("colour") ? 1 : 0) + (report.has("id") ? 1 : 0)
                + (reidentified ? 1 : 0);
        }
        return found;
    }

    private static int subClasses(SapientFields of, boolean person) {
        int found = 0;
        for (var one : of.parts("sub_class")) {
            found += person || PersonAttributes.describes(one.text("type")) ? 1 : 0;
            found += subClasses(one, person);
        }
        return found;
    }

    /// As it stands in a scan (docs/formats/sapient.md).
    String json() {
        var out = new StringBuilder(160).append('{');
        id.ifPresent(text -> out.append("\"id\":\"").append(text).append("\","));
        switch (place) {
            case SapientPlace.Point point -> {
                number(out, "lat", point.lat(), 1e7);
                number(out, "lon", point.lon(), 1e7);
                point.sigma().ifPresent(value -> number(out, "sigma", value, 1e3));
            }
            case SapientPlace.Ray ray -> {
                number(out, "bearing", ray.bearing(), 1e4);
                ray.range().ifPresent(value -> number(out, "range", value, 1e3));
                ray.sigmaBearing().ifPresent(value -> number(out, "sigmaBearing", value, 1e4));
                ray.sigmaRange().ifPresent(value -> number(out, "sigmaRange", value, 1e3));
            }
        }
        confidence.ifPresent(value -> number(out, "confidence", value, 1e4));
        if (!classes.isEmpty()) {
            out.append("\"class\":{");
            classes.forEach((kind, value) -> number(out, kind.key, value, 1e4));
            out.setCharAt(out.length() - 1, '}');
            out.append(',');
        }
        out.setCharAt(out.length() - 1, '}');
        return out.toString();
    }

    private static void number(StringBuilder out, String name, double value, double places) {
        out.append('"').append(name).append("\":").append(Math.round(value * places) / places).append(',');
    }
}
