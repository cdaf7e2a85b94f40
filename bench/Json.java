import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON into maps, lists, strings, doubles, booleans and null: enough for answers of the centre, without a library.
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// The value a text holds.
    static Object read(String text) {
        return new Json(text).value();
    }

    /// The object a text holds.
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) read(text);
    }

    /// A number of an object.
    static double number(Map<String, Object> object, String key) {
        return (Double) object.get(key);
    }

    private Object value() {
        return switch (next()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        at++;
        while (next() != '}') {
            var key = string();
            next();
            at++; // the colon
            map.put(key, value());
            comma();
        }
        at++;
        return map;
    }

    private List<Object> list() {
        var list = new ArrayList<Object>();
        at++;
        while (next() != ']') {
            list.add(value());
            comma();
        }
        at++;
        return list;
    }

    private String string() {
        var string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char letter = text.charAt(at);
            if (letter != '\\') {
                string.append(letter);
            } else if (text.charAt(++at) == 'u') {
                string.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                at += 4;
            } else {
                string.append(switch (text.charAt(at)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> text.charAt(at);
                });
            }
        }
        at++;
        return string.toString();
    }

    private Object word() {
        int from = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(from, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }

    private void comma() {
        if (next() == ',') {
            at++;
        }
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
