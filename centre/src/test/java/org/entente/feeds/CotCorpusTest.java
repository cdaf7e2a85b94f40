package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The two wire formats against real events: nothing is lost between them, and nothing is read that a real XML parser would not read.
class CotCorpusTest {

    static List<String> samples() {
        return List.copyOf(CotFixtures.corpus().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void goes_through_protobuf_and_back_without_losing_an_element(String name) throws Exception {
        CotMessage before = CotFixtures.message(CotFixtures.corpus().get(name));
        byte[] payload = CotProtobuf.write(before.event);
        CotEvent after = CotProtobuf.read(payload, 0, payload.length).orElseThrow();
        assertThat(withoutDetail(after)).isEqualTo(withoutDetail(before.event));
        assertThat(after.detail().rest()).isEqualTo(before.event.detail().rest());
        assertThat(elements(new String(CotXml.write(after), UTF_8)))
            .containsExactlyInAnyOrderElementsOf(elements(CotFixtures.corpus().get(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leaves_in_xml_as_it_came_but_for_the_blank_behind_its_name(String name) {
        String sample = CotFixtures.corpus().get(name);
        assertThat(new String(CotFixtures.message(sample).xml(), UTF_8)).isEqualTo("<event " + sample.substring(7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reads_no_mutant_that_a_real_parser_refuses(long seed) {
        Random random = new Random(seed);
        List<String> samples = List.copyOf(CotFixtures.corpus().values());
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            String mutant = mutate(samples.get(random.nextInt(samples.size())), random);
            try {
                CotParser.element(mutant);
            } catch (CotMalformed refused) {
                continue;
            }
            read++;
            assertThat(mutant).satisfies(CotCorpusTest::elements);
        }
        assertThat(read).isBetween(200, 1900);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writes_well_formed_xml_whatever_came_as_protobuf(long seed) {
        Random random = new Random(seed);
        List<CotMessage> samples = CotFixtures.corpus().values().stream().map(CotFixtures::message).toList();
        int read = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] payload = CotProtobuf.write(samples.get(random.nextInt(samples.size())).event);
            for (int j = random.nextInt(3); j >= 0; j--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 32);
            }
            try {
                CotEvent event = CotProtobuf.read(payload, 0, payload.length).orElse(samples.getFirst().event);
                String xml = new String(CotXml.write(event), UTF_8);
                assertThat(xml).satisfies(CotCorpusTest::elements);
                read++;
            } catch (CotMalformed refused) {
                assertThat(refused).hasNoCause();
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    @Test
    void refuses_entities_and_document_types() {
        for (String bad : List.of("<event>&file;</event>", "<!DOCTYPE e [<!ENTITY a \"b\">]><event/>",
            "<event><!DOCTYPE a></event>", "<event><?php x?></event>")) {
            assertThat(readable(bad)).as(bad).isFalse();
        }
        assertThat(readable("<event><a b='&#233;&amp;'/></event>")).isTrue();
    }

    @Test
    void keeps_a_known_element_as_xml_when_protobuf_would_change_it() {
        CotDetail detail = CotFixtures.message(CotFixtures.event("A", "a-f-G", CotFixtures.NOW, 50, 1,
            "<track course=\"082.50\" speed=\"1\"/><status battery=\"88\" readiness=\"true\"/><contact callsign=\"A\" phone=\"1\"/><__group name=\"Cyan\" role=\"HQ\"/>")).event
            .detail();
        assertThat(detail.known()).extracting(CotElement::name).containsExactly("__group");
        assertThat(detail.number("track", "course")).isEqualTo(82.5);
        assertThat(detail.value("contact", "callsign")).isEqualTo("A");
    }

    private static CotEvent withoutDetail(CotEvent e) {
        return new CotEvent(e.uid(), e.type(), e.how(), e.time(), e.start(), e.stale(), e.lat(), e.lon(), e.hae(),
            e.ce(), e.le(), e.access(), e.qos(), e.opex(), e.caveat(),
            e.releasableTo(), CotDetail.NONE);
    }

    private static boolean readable(String xml) {
        try {
            CotParser.element(xml);
            return true;
        } catch (CotMalformed e) {
            return false;
        }
    }

    /// Every element below the event's own with its attributes and its text, by the JDK's parser; the point is compared as numbers elsewhere.
    static List<String> elements(String xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        List<String> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            for (int depth = 0; reader.hasNext();) {
                int what = reader.next();
                depth += what == XMLStreamReader.START_ELEMENT ? 1 : what == XMLStreamReader.END_ELEMENT ? -1 : 0;
                if (what == XMLStreamReader.START_ELEMENT
                    && !List.of("event", "point", "detail").contains(reader.getLocalName())) {
                    Map<String, String> attributes = new TreeMap<>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    found.add(reader.getLocalName() + attributes);
                } else if (what == XMLStreamReader.CHARACTERS && depth > 1 && !reader.getText().isBlank()) {
                    found.add(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("the JDK's parser refuses what ours reads: " + xml, e);
        }
        return found;
    }

    static String mutate(String sample, Random random) {
        StringBuilder s = new StringBuilder(sample);
        String odd = "<>&\"'/=;#x! -]?\u0000\t\né\ud83dA0";
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(s.length());
            switch (random.nextInt(4)) {
                case 0 -> s.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
                case 1 -> s.insert(at, odd.charAt(random.nextInt(odd.length())));
                case 2 -> s.deleteCharAt(at);
                default -> s.insert(random.nextInt(s.length()),
                    s.substring(at, Math.min(s.length(), at + random.nextInt(20))));
            }
        }
        return s.toString();
    }
}
