package org.entente.operations;

import org.entente.journal.GoldenBodies;
import org.junit.jupiter.api.Test;

/// Every act ever journalled stays readable.
class OperationsGoldenTest {

    @Test
    void a_body_of_every_earlier_version_is_read() {
        GoldenBodies.check(OperationsCodec.CODEC, "operations");
    }
}
