package org.entente.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.kernel.Text;
import org.entente.operations.Procedures;
import org.entente.protection.Category;
import org.entente.protection.Need;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The deployment as data: sites, zones, sensors, cameras, units, desks, procedures (`docs/api.md`, "Reference shapes").
///
/// Read once at start from the built-in `reference/` or a folder of the same files; never changes while the centre runs.
public final class Reference implements Procedures {

    private static final List<String> FILES = List.of("centre", "agencies", "desks", "sites", "zones", "sensors",
        "cameras",
        "units", "procedures", "outcomes", "kinds", "instructions");

    private final ObjectNode all = JsonMapper.shared().createObjectNode();
    private final byte[] bytes;
    private final Map<String, Text> zoneNames = new LinkedHashMap<>();
    private final Map<String, Text> kindNames = new LinkedHashMap<>();
    private final Map<String, Text> deskNames = new LinkedHashMap<>();
    private final Map<String, Text> agencyNames = new LinkedHashMap<>();
    private final Map<String, List<String>> steps = new LinkedHashMap<>();

    /// @param folder where the twelve files lie; the built-in deployment when empty
    public Reference(Optional<Path> folder) {
        for (var name : FILES) {
            all.set(name, read(folder, name));
        }
        var concern = all.putObject("concern");
        concern.set("categories", words(Category.values(), Category::text));
        concern.set("needs", words(Need.values(), Need::text));
        bytes = JsonMapper.shared().writeValueAsBytes(all);
        each("zones", node -> zoneNames.put(node.get("id").asString(), text(node.get("name"))));
        each("kinds", node -> kindNames.put(node.get("id").asString(), text(node.get("name"))));
        each("desks", node -> deskNames.put(node.get("id").asString(), text(node.get("name"))));
        each("agencies", node -> agencyNames.put(node.get("id").asString(), text(node.get("name"))));
        each("procedures", node -> {
            var ids = new ArrayList<String>();
            node.get("steps").forEach(step -> ids.add(step.get("id").asString()));
            steps.put(node.get("kind").asString(), List.copyOf(ids));
        });
    }

    private static <E extends Enum<E>> JsonNode words(E[] words, Function<E, Text> name) {
        var list = JsonMapper.shared().createArrayNode();
        for (var word : words) {
            var node = list.addObject().put("id", word.name());
            node.putObject("name").put("en", name.apply(word).english()).put("fr", name.apply(word).french());
        }
        return list;
    }

    private static JsonNode read(Optional<Path> folder, String name) {
        try (var in = folder.isPresent()
            ? Files.newInputStream(folder.get().resolve(name + ".json"))
            : Reference.class.getResourceAsStream("/reference/" + name + ".json")) {
            if (in == null) {
                throw new IOException("the reference deployment lacks " + name + ".json");
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// All of it as served.
    public byte[] bytes() {
        return bytes;
    }

    /// One of the twelve lists.
    public JsonNode list(String name) {
        return all.get(name);
    }

    /// What the centre itself says of itself.
    public JsonNode centre() {
        return all.get("centre");
    }

    /// The state that holds operational command (French at Calais: JD2015 §15(iv)).
    public String operationalCommand() {
        return centre().get("operationalCommand").asString();
    }

    Text deskName(String desk) {
        return deskNames.getOrDefault(desk, new Text(desk, desk));
    }

    Text agencyName(String agency) {
        return agencyNames.getOrDefault(agency, new Text(agency, agency));
    }

    /// What an instruction to a unit is called.
    public Text instructionName(String instruction) {
        for (var node : list("instructions")) {
            if (node.get("id").asString().equals(instruction)) {
                return text(node.get("name"));
            }
        }
        return new Text(instruction, instruction);
    }

    /// What a kind of incident is called.
    public Text kindName(String kind) {
        return kindNames.getOrDefault(kind, new Text(kind, kind));
    }

    @Override
    public List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        each("kinds", node -> kinds.add(new Kind(node.get("id").asString(), text(node.get("name")),
            node.get("lifeAtRisk").asBoolean(), node.get("priority").asInt())));
        return kinds;
    }

    @Override
    public List<String> steps(String kind) {
        return steps.getOrDefault(kind, List.of());
    }

    @Override
    public List<Unit> units() {
        var units = new ArrayList<Unit>();
        each("units", node -> units.add(new Unit(node.get("id").asString(), node.get("callsign").asString())));
        return units;
    }

    @Override
    public List<Place> places() {
        var places = new ArrayList<Place>();
        each("zones", node -> {
            var point = anyPoint(node.get("geometry").get("coordinates"));
            places.add(new Place(node.get("id").asString(), text(node.get("name")), node.get("site").asString(),
                point.get(1).asDouble(), point.get(0).asDouble()));
        });
        return places;
    }

    @Override
    public List<String> sensors() {
        return ids("sensors");
    }

    @Override
    public List<String> outcomes() {
        return ids("outcomes");
    }

    @Override
    public List<String> instructions() {
        return ids("instructions");
    }

    private List<String> ids(String list) {
        var ids = new ArrayList<String>();
        each(list, node -> ids.add(node.get("id").asString()));
        return ids;
    }

    /// The middle one of a geometry's points: good enough to send a unit to.
    private static JsonNode anyPoint(JsonNode coordinates) {
        var node = coordinates;
        while (node.get(0).isArray()) {
            node = node.get(node.size() / 2);
        }
        return node;
    }

    private void each(String list, java.util.function.Consumer<JsonNode> reader) {
        all.get(list).forEach(reader);
    }

    /// A bilingual text of the deployment.
    public static Text text(JsonNode node) {
        return new Text(node.get("en").asString(), node.get("fr").asString());
    }
}
