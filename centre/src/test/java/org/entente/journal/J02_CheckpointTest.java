package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, keys, checkpoints and the names of tiles, against published examples.
class J02_CheckpointTest {

    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String NOTE = TEXT
        + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void the_published_note_is_made_and_verified() {
        var signer = NoteSigner.parse(SECRET);
        assertThat(signer.key()).isEqualTo(NoteKey.parse(KEY)).hasToString(KEY);
        assertThat(signer.secretText()).isEqualTo(SECRET);
        assertThat(new String(signer.sign(TEXT).bytes(), StandardCharsets.UTF_8)).isEqualTo(NOTE);
        assertThat(note(NOTE).signedBy(NoteKey.parse(KEY))).isTrue();
        assertThat(note(NOTE.replace("answer", "Answer")).signedBy(NoteKey.parse(KEY))).isFalse();
    }

    @Test
    void a_signature_made_by_another_library_verifies() {
        // RFC 8032 §7.1, test 2
        var key = new NoteKey("rfc8032",
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        assertThat(key.verifies(new byte[]{0x72},
            HexFormat.of().parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")))
            .isTrue();
    }

    @Test
    void witnesses_and_unknown_keys_are_passed_on_and_prove_nothing() {
        var cosigned = NOTE + "\u2014 witness.example/w1 " + java.util.Base64.getEncoder().encodeToString(new byte[76])
            + "\n";
        assertThat(note(cosigned).signedBy(NoteKey.parse(KEY))).isTrue();
        assertThat(note(cosigned).signatures()).hasSize(2);
        assertThat(note(cosigned).bytes()).isEqualTo(cosigned.getBytes(StandardCharsets.UTF_8));
        var other = new NoteSigner("PeterNeumann", new byte[32]).key();
        assertThat(note(cosigned).signedBy(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "text", "text\n", "text\n\n", "text\n\nline\n", "text\n\n- a AAAAAAAA\n",
            "text\n\n\u2014 a AAAA\n", "te\u0007xt\n\n\u2014 a AAAAAAAAAAA=\n",
            "text\n\n\u2014 a AAAAAAAAAAA="})
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> note(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a+b", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T"})
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_reads_as_it_was_written_and_extensions_are_kept() {
        var checkpoint = new Checkpoint("entente.example/calais", 20_852_163,
            Hash.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="), List.of("more"));
        assertThat(checkpoint.text())
            .isEqualTo("entente.example/calais\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n1\n", "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "o\n1\n47DEQpj8HBSa\n", "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"})
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"tile/0/000,0,0,256", "tile/0/x001/x234/067,0,1234067,256", "tile/3/x123/456.p/7,3,123456,7",
            "tile/entries/x001/000,-1,1000,256",
            "tile/entries/005.p/255,-1,5,255"})
    void a_tile_has_one_name(String path, int level, long index, int width) {
        assertThat(Tile.parse(path)).contains(new Tile(level, index, width));
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tile", "tile/0/0", "tile/0/x000/001", "tile/8/000", "tile/0/000.p/0",
            "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/257",
            "tile/0/../000", "tile/0/000/", "/tile/0/000", "tile/0/1000", "tile/0/x001/x234", "tile/00/000"})
    void what_names_no_tile_is_refused(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    private static SignedNote note(String text) {
        return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
