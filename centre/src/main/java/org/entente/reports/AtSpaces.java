package org.entente.reports;

import com.openhtmltopdf.extend.FSTextBreaker;

/// Breaks lines after ordinary spaces only: never within `l’incident`, `2016-0001` or a number.
final class AtSpaces implements FSTextBreaker {

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    /// The next place a line may end, -1 when there is none.
    @Override
    public int next() {
        int space = text.indexOf(' ', position);
        position = space < 0 ? text.length() : space + 1;
        return space < 0 ? -1 : position;
    }
}
