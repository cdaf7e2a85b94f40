package org.entente.journal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The growing edge of the Merkle log: what must be kept to add leaves and to know the root. Immutable.
///
/// @param size leaves so far
/// @param peaks roots of the perfect subtrees, largest first: one for each bit set in `size`
public record Frontier(long size, List<Hash> peaks) {

    /// A log without leaves.
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a frontier of " + size + " leaves has not " + peaks.size() + " peaks");
        }
    }

    /// Hears of each perfect subtree that a new leaf completes, the leaf itself (level 0) included.
    @FunctionalInterface
    public interface Completed {
        /// @param level the subtree has 2^level leaves
        /// @param index its place among the subtrees of that level, from 0
        void subtree(int level, long index, Hash hash);
    }

    /// The frontier after one more leaf.
    public Frontier add(Hash leaf, Completed completed) {
        var next = new ArrayList<>(peaks);
        var carry = leaf;
        int level = 0;
        completed.subtree(0, size, carry);
        for (; (size >> level & 1) == 1; level++) {
            carry = Hash.node(next.removeLast(), carry);
            completed.subtree(level + 1, size >> (level + 1), carry);
        }
        next.add(carry);
        return new Frontier(size + 1, next);
    }

    /// Root of the log: RFC 9162 §2.1.1.
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.EMPTY;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }

    /// The peaks one after the other, 32 bytes each.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        peaks.forEach(peak -> out.writeBytes(peak.bytes()));
        return out.toByteArray();
    }

    /// Reads what [#bytes()] wrote.
    public static Frontier of(long size, byte[] bytes) {
        var peaks = new ArrayList<Hash>();
        for (int from = 0; from < bytes.length; from += Hash.LENGTH) {
            peaks.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH)));
        }
        return new Frontier(size, peaks);
    }
}
