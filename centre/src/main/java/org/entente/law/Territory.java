package org.entente.law;

import java.util.List;
import java.util.Optional;

/// Where a public holiday binds, and the codes that name it. Codes are ISO 3166 (`FR`, `GB-SCT`), upper case; two are not:
/// `UK`, which ISO reserves for the United Kingdom, and `FR-ALM`, ours, for the three departments of Alsace-Moselle.
///
/// `GB` and `UK` alone are read as England and Wales, where the Channel ports are; who means Scotland or
/// Northern Ireland says so. `FR` alone is metropolitan France without the local law of Alsace-Moselle.
public enum Territory {
    FRANCE("FR"),
    ALSACE_MOSELLE("FR-ALM", "FR-57", "FR-67", "FR-68", "FR-6AE"),
    ENGLAND_AND_WALES("GB", "UK", "GB-EAW", "GB-ENG", "GB-WLS"),
    SCOTLAND("GB-SCT"),
    NORTHERN_IRELAND("GB-NIR");

    private final List<String> codes;

    Territory(String... codes) {
        this.codes = List.of(codes);
    }

    /// The territory that a code names; empty for any other text, lower case too.
    public static Optional<Territory> of(String code) {
        for (var territory : values()) {
            if (territory.codes.contains(code)) {
                return Optional.of(territory);
            }
        }
        return Optional.empty();
    }

    /// Every code that names this territory, the usual one first.
    public List<String> codes() {
        return codes;
    }
}
