package org.entente.feeds;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which keys of a feed describe a person. Their values are dropped before anything is stored, and counted.
///
/// The picture is about places, events and vehicles; a sensor that guesses at people may not bring its guess in
/// (DESIGN §5; LED Art 10). Protection has its own store and its own door.
final class PersonAttributes {

    private static final Set<String> WORDS = Set.of("age", "agegroup", "agerange", "estimatedage", "dateofbirth", "dob",
        "birthdate",
        "birthday", "naissance", "datedenaissance", "sex", "sexe", "race", "racial", "skincolour", "skincolor",
        "skintone", "couleurdepeau",
        "origin", "origine", "countryoforigin", "paysdorigine", "citizenship", "citoyennete", "language", "langue",
        "mothertongue",
        "languematernelle", "spokenlanguage", "faith", "croyance", "face", "faces", "faceid", "visage", "iris",
        "fingerprint", "fingerprints",
        "empreinte", "empreintes", "gait", "personname", "fullname", "firstname", "lastname", "surname", "givenname",
        "familyname",
        "nom", "nomdefamille", "prenom", "passport", "passportnumber", "passeport", "identitynumber",
        "politicalopinion",
        "sexualorientation", "hair", "haircolour", "haircolor", "beard", "subclassmale", "subclassfemale");
    private static final List<String> PARTS = List.of("nationalit", "ethnic", "religio", "gender", "biometri", "facial",
        "humanface", "humanbody");

    private PersonAttributes() {}

    static boolean describes(String key) {
        var plain = plain(key);
        return WORDS.contains(plain) || PARTS.stream().anyMatch(plain::contains);
    }

    /// Lower case letters only, accents off: `Date_de-naissance` and `dateDeNaissance` are one word.
    private static String plain(String key) {
        boolean simple = key.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return simple
            ? key
            : Normalizer.normalize(key, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
