package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tree against the published vectors of Certificate Transparency, and against a naive tree written from the RFC.
class J01_MerkleLogTest {

    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_published_roots_come_out() {
        assertThat(Frontier.EMPTY.root())
            .isEqualTo(hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        var frontier = Frontier.EMPTY;
        for (int size = 1; size <= LEAVES.size(); size++) {
            frontier = frontier.add(Hash.leaf(HexFormat.of().parseHex(LEAVES.get(size - 1))), (_, _, _) -> {
            });
            assertThat(frontier.root()).isEqualTo(hash(ROOTS.get(size - 1)));
            assertThat(published().root(size)).isEqualTo(frontier.root());
        }
    }

    @Test
    void the_published_proofs_come_out() {
        assertThat(published().inclusion(0, 1)).isEmpty();
        assertThat(published().inclusion(0, 8)).containsExactly(
            hash("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
            hash("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            hash("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(published().inclusion(5, 8)).containsExactly(
            hash("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"), hash(ROOTS.get(3)));
        assertThat(published().inclusion(2, 3)).containsExactly(hash(ROOTS.get(1)));
        assertThat(published().consistency(6, 8)).containsExactly(
            hash("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
            hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"), hash(ROOTS.get(3)));
        assertThat(published().consistency(2, 5)).containsExactly(
            hash("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            hash("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_tree_gives_what_the_naive_tree_gives_and_every_proof_holds_and_no_other_does(long seed) {
        var random = new SplittableRandom(seed);
        var leaves = new ArrayList<Hash>();
        var levels = new Levels();
        var frontier = Frontier.EMPTY;
        for (int i = 0; i < 700; i++) {
            leaves.add(Hash.leaf(("leaf " + i + " " + seed).getBytes(StandardCharsets.UTF_8)));
            frontier = frontier.add(leaves.getLast(), levels);
        }
        var log = new MerkleLog(levels);
        assertThat(log.frontier(700)).isEqualTo(frontier).isEqualTo(Frontier.of(700, frontier.bytes()));
        for (int round = 0; round < 150; round++) {
            int size = random.nextInt(1, 701);
            int index = random.nextInt(size);
            var root = naive(leaves.subList(0, size));
            assertThat(log.root(size)).isEqualTo(root);
            var path = log.inclusion(index, size);
            assertThat(path).isEqualTo(naivePath(index, leaves.subList(0, size)));
            assertThat(MerkleLog.includes(leaves.get(index), index, size, path, root)).isTrue();
            assertThat(MerkleLog.includes(leaves.get(index), (index + 1) % size, size, path, root)).as("elsewhere")
                .isEqualTo(size == 1);
            assertThat(MerkleLog.includes(Hash.EMPTY, index, size, path, root)).isFalse();
            assertThat(MerkleLog.includes(leaves.get(index), index, size, longer(path), root)).isFalse();
            int older = random.nextInt(1, size + 1);
            var proof = log.consistency(older, size);
            assertThat(MerkleLog.consistent(older, log.root(older), size, root, proof)).isTrue();
            assertThat(MerkleLog.consistent(older, Hash.EMPTY, size, root, proof)).isFalse();
            assertThat(MerkleLog.consistent(older, log.root(older), size, Hash.EMPTY, proof)).isFalse();
            assertThat(MerkleLog.consistent(older, log.root(older), size, root, longer(proof))).isFalse();
        }
    }

    @Test
    void the_beginning_of_everything_is_nothing() {
        assertThat(MerkleLog.consistent(0, Hash.EMPTY, 8, hash(ROOTS.get(7)), List.of())).isTrue();
        assertThat(MerkleLog.consistent(8, hash(ROOTS.get(7)), 6, hash(ROOTS.get(5)), List.of())).isFalse();
        assertThat(MerkleLog.includes(Hash.EMPTY, 0, 0, List.of(), Hash.EMPTY)).isFalse();
    }

    /// Complete tiles' roots, kept as the store keeps them.
    static final class Levels implements MerkleLog.Hashes, Frontier.Completed {
        private final List<List<Hash>> rows = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        @Override
        public void subtree(int level, long index, Hash hash) {
            if (level % Tile.HEIGHT == 0) {
                assertThat(index).isEqualTo(rows.get(level / Tile.HEIGHT).size());
                rows.get(level / Tile.HEIGHT).add(hash);
            }
        }

        @Override
        public List<Hash> read(int level, long from, int count) {
            return rows.get(level).subList((int) from, (int) from + count);
        }
    }

    private static MerkleLog published() {
        return new MerkleLog((level, from, count) -> LEAVES.subList((int) from, (int) from + count).stream()
            .map(leaf -> Hash.leaf(HexFormat.of().parseHex(leaf))).toList());
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(Hash.EMPTY);
        return longer;
    }

    /// RFC 9162 §2.1.1, word by word.
    private static Hash naive(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
    }

    /// RFC 9162 §2.1.3.1, word by word.
    private static List<Hash> naivePath(int m, List<Hash> leaves) {
        var path = new ArrayList<Hash>();
        if (leaves.size() > 1) {
            int k = Integer.highestOneBit(leaves.size() - 1);
            path.addAll(
                m < k ? naivePath(m, leaves.subList(0, k)) : naivePath(m - k, leaves.subList(k, leaves.size())));
            path.add(m < k ? naive(leaves.subList(k, leaves.size())) : naive(leaves.subList(0, k)));
        }
        return path;
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }
}
