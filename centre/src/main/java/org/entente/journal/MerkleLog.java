package org.entente.journal;

import java.util.ArrayList;
import java.util.List;

/// Roots and proofs of the Merkle log, and their verification. Pure; reads hashes through [Hashes].
///
/// Source: RFC 9162 §2.1.3 (inclusion) and §2.1.4 (consistency).
public final class MerkleLog {

    /// Where the stored hashes are.
    @FunctionalInterface
    public interface Hashes {
        /// `count` neighbouring hashes of complete tiles' roots: level 0 are leaf hashes, level n covers 256^n leaves each.
        ///
        /// @param from index of the first on its level
        /// @throws JournalCorrupt one of them is missing
        List<Hash> read(int level, long from, int count);
    }

    private final Hashes hashes;

    public MerkleLog(Hashes hashes) {
        this.hashes = hashes;
    }

    /// Root of the first `size` leaves.
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : range(0, size);
    }

    /// Roots of the perfect subtrees of the first `size` leaves.
    public Frontier frontier(long size) {
        var peaks = new ArrayList<Hash>();
        long from = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            peaks.add(range(from, from + Long.highestOneBit(rest)));
            from += Long.highestOneBit(rest);
        }
        return new Frontier(size, peaks);
    }

    /// Proof that leaf `index` is among the first `size`: sibling hashes from the leaf up.
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not among " + size);
        }
        var path = new ArrayList<Hash>();
        path(index, 0, size, path);
        return path;
    }

    /// Proof that the first `older` leaves are the beginning of the first `newer`.
    public List<Hash> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException(older + " leaves are not the beginning of " + newer);
        }
        var proof = new ArrayList<Hash>();
        if (older > 0 && older < newer) {
            subproof(older, 0, newer, true, proof);
        }
        return proof;
    }

    /// Does the path lead from this leaf to this root?
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Does the proof show that the older root is the beginning of the newer?
    public static boolean consistent(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == 0 || older == newer) {
            return proof.isEmpty() && (older == 0 ? olderRoot.equals(Hash.EMPTY) : olderRoot.equals(newerRoot));
        }
        var rest = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            rest.addFirst(olderRoot);
        }
        return !rest.isEmpty() && climbs(older, olderRoot, newer, newerRoot, rest);
    }

    private static boolean climbs(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        int aligned = Long.numberOfTrailingZeros(older);
        long node = older - 1 >> aligned;
        long last = newer - 1 >> aligned;
        var small = proof.getFirst();
        var large = proof.getFirst();
        for (var hash : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                small = Hash.node(hash, small);
                large = Hash.node(hash, large);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                large = Hash.node(large, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(olderRoot) && large.equals(newerRoot);
    }

    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    private void subproof(long older, long from, long to, boolean whole, List<Hash> proof) {
        if (older == to) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            subproof(older, from, middle, whole, proof);
            proof.add(range(middle, to));
        } else {
            subproof(older, middle, to, false, proof);
            proof.add(range(from, middle));
        }
    }

    /// Root of the leaves from..to; `from` is a multiple of the power of two at or above their number.
    private Hash range(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            int tileLevel = level / Tile.HEIGHT;
            int width = 1 << level % Tile.HEIGHT;
            return perfect(hashes.read(tileLevel, from >> tileLevel * Tile.HEIGHT, width));
        }
        long middle = from + split(size);
        return Hash.node(range(from, middle), range(middle, to));
    }

    private static Hash perfect(List<Hash> row) {
        var now = row;
        while (now.size() > 1) {
            var above = new ArrayList<Hash>(now.size() / 2);
            for (int i = 0; i < now.size(); i += 2) {
                above.add(Hash.node(now.get(i), now.get(i + 1)));
            }
            now = above;
        }
        return now.getFirst();
    }

    /// The largest power of two smaller than `size`.
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
