package org.entente.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.SmallNumbers.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is published does not point at one person.
class SmallNumbersTest {

    @Test
    void one_to_four_are_withheld_and_zero_and_five_are_not() {
        var label = new Text("label", "libellé");
        assertThat(SmallNumbers
            .published(List.of(new Figure("a", label, 0), new Figure("b", label, 1), new Figure("c", label, 4),
                new Figure("d", label, 5))))
            .extracting(published -> published.shown().french()).containsExactly("0", "moins de 5", "moins de 5", "5");
    }

    @Test
    void a_total_is_printed_without_its_parts_when_one_part_is_small() {
        assertThat(SmallNumbers.published(figures(0, 3, 9))).extracting(published -> published.shown().english())
            .containsExactly("12", "not published", "not published", "not published");
        assertThat(SmallNumbers.published(figures(0, 7, 9, 5))).allMatch(Published::exact);
    }

    /// Every small number has company: what is printed fits other counts as well.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void either_all_parts_are_printed_and_none_is_small_or_none_is(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 500; i++) {
            var figures = figures(chance.nextInt(8), chance.nextInt(8), chance.nextInt(8));
            var parts = SmallNumbers.published(figures).stream().skip(1).toList();
            boolean small = figures.stream().skip(1)
                .anyMatch(part -> part.value() > 0 && part.value() < SmallNumbers.LEAST);
            assertThat(parts).as("%s", figures).allMatch(part -> part.exact() != small);
        }
    }

    private static List<Figure> figures(long... parts) {
        var figures = new ArrayList<Figure>();
        var label = new Text("label", "libellé");
        long sum = 0;
        for (long part : parts) {
            figures.add(new Figure("total.P" + figures.size(), label, part));
            sum += part;
        }
        figures.addFirst(new Figure("total", label, sum));
        return figures;
    }
}
