package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.kernel.Text;
import org.entente.law.Indicators.Screening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No question and no advice can say who a person is or where they come from: there is no field to say it in.
class L33_NobodyIsNamedTest {

    /// Written out, so that a new field is a decision that this test is told of.
    private static final List<String> ASKED = List.of(
        "Screening.list", "Screening.observations", "Screening.lifeInDanger",
        "PalermoElements.age", "PalermoElements.acts", "PalermoElements.means", "PalermoElements.purposes",
        "PalermoElements.consent", "PalermoElements.lifeInDanger");

    private static final List<String> FORBIDDEN = List.of("name", "identity", "person", "subject", "origin", "national",
        "country", "ethnic", "race", "religion", "language", "birth", "sex", "gender", "document", "phone", "photo",
        "address", "note", "remark", "free");

    @Test
    void V08_the_questions_are_these_and_no_other() {
        assertThat(fields(Screening.class, PalermoElements.class)).isEqualTo(ASKED);
    }

    @ParameterizedTest
    @ValueSource(classes = {Screening.class, PalermoElements.class, Advice.class, Advice.PositiveDimension.class,
            PalermoFinding.class, PalermoFinding.Reading.class})
    void V08_no_field_of_a_question_or_an_advice_says_who_or_from_where(Class<?> type) {
        assertThat(fields(type)).isNotEmpty().allSatisfy(field -> assertThat(FORBIDDEN)
            .noneMatch(word -> field.substring(field.indexOf('.')).toLowerCase(Locale.ROOT).contains(word)));
    }

    /// Free text enters nowhere: the only strings that go in are ids, and [Screening] refuses one that is not its own.
    @Test
    void V08_what_goes_in_is_made_of_fixed_words_only() {
        assertThat(leaves(PalermoElements.class)).containsExactly("boolean", "enum");
        assertThat(leaves(Screening.class)).containsExactly("boolean", "enum", "id");
    }

    /// What comes out is made of the words of the lists and of texts of this package.
    @Test
    void V08_what_comes_out_is_made_of_the_lists_and_of_fixed_texts() {
        assertThat(leaves(Advice.class)).containsExactly("enum", "indicator", "text");
        assertThat(leaves(PalermoFinding.class)).containsExactly("enum", "text");
    }

    private static List<String> fields(Class<?>... types) {
        var fields = new ArrayList<String>();
        for (var type : types) {
            for (var component : type.getRecordComponents()) {
                fields.add(type.getSimpleName() + "." + component.getName());
            }
        }
        return fields;
    }

    private static Set<String> leaves(Class<?> type) {
        var leaves = new TreeSet<String>();
        Stream.of(type.getRecordComponents()).map(RecordComponent::getGenericType).forEach(one -> leaf(one, leaves));
        return leaves;
    }

    private static void leaf(Type type, Set<String> leaves) {
        if (type instanceof ParameterizedType of) {
            Stream.of(of.getActualTypeArguments()).forEach(one -> leaf(one, leaves));
        } else if (type == Text.class) {
            leaves.add("text");
        } else if (type == Indicator.class) {
            leaves.add("indicator");
        } else if (type == String.class) {
            leaves.add("id");
        } else if (type instanceof Class<?> one && one.isRecord()) {
            leaves.addAll(leaves(one));
        } else if (type instanceof Class<?> one && one.isEnum()) {
            leaves.add("enum");
        } else {
            leaves.add(type.getTypeName());
        }
    }
}
