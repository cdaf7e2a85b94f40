package org.entente.protection;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.random.RandomGenerator;

/// What the officer keeps: twelve random characters (60 bits) of Crockford's base 32, `7K3M-9QZX-2ABC`. Made from nothing, so that nothing
/// can be made from it; it opens no door of enforcement.
public record Receipt(String text) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");

    public Receipt {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a receipt");
        }
    }

    /// As somebody reads it out: small letters, missing dashes, O for 0 and I or L for 1 are understood.
    public static Optional<Receipt> read(String spoken) {
        var plain = spoken.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1')
            .replace('L', '1');
        if (plain.length() != 12) {
            return Optional.empty();
        }
        var grouped = plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8);
        return SHAPE.matcher(grouped).matches() ? Optional.of(new Receipt(grouped)) : Optional.empty();
    }

    static Receipt draw(RandomGenerator chance) {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return new Receipt(text.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
