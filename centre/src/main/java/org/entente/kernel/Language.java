package org.entente.kernel;

/// The two languages of the centre; both editions of a page are made from the same figures and rules.
public enum Language {
    EN, FR;

    /// The part of a text in this language.
    public String of(Text text) {
        return this == EN ? text.english() : text.french();
    }

    /// BCP 47 tag with the state whose usage it follows: `en-GB`, `fr-FR`.
    public String tag() {
        return this == EN ? "en-GB" : "fr-FR";
    }
}
