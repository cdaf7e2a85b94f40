package org.entente.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.journal.Checkpoint;
import org.entente.journal.Hash;
import org.entente.journal.MerkleLog;
import org.entente.journal.SignedNote;
import org.entente.journal.Tile;
import org.entente.server.RunningCentre.Visitor;

/// The log as anybody reads it over HTTP: a checkpoint and the tiles below it.
final class PublishedLog implements MerkleLog.Hashes {

    private final Visitor visitor;
    private final Checkpoint checkpoint;

    private PublishedLog(Visitor visitor, Checkpoint checkpoint) {
        this.visitor = visitor;
        this.checkpoint = checkpoint;
    }

    /// Reads the newest checkpoint.
    static PublishedLog now(Visitor visitor) throws IOException, InterruptedException {
        return new PublishedLog(visitor,
            Checkpoint.parse(SignedNote.parse(visitor.get("/log/checkpoint").bytes()).text()));
    }

    long size() {
        return checkpoint.size();
    }

    /// Does this log begin with all of the older one, and is each what its checkpoint says? By RFC 9162's proof.
    boolean growsFrom(PublishedLog older) {
        var log = new MerkleLog(this);
        return log.root(size()).equals(checkpoint.root())
            && MerkleLog.consistent(older.size(), older.checkpoint.root(), size(), checkpoint.root(),
                log.consistency(older.size(), size()));
    }

    @Override
    public List<Hash> read(int level, long from, int count) {
        var found = new ArrayList<Hash>();
        for (long at = from; at < from + count; at++) {
            found.add(tile(level, at / Tile.WIDTH).get((int) (at % Tile.WIDTH)));
        }
        return found;
    }

    private List<Hash> tile(int level, long index) {
        long there = size() >> (level * Tile.HEIGHT);
        var path = new Tile(level, index, (int) Math.min(Tile.WIDTH, there - index * Tile.WIDTH)).path();
        try {
            var answer = visitor.get("/log/" + path);
            if (answer.status() != 200) {
                throw new AssertionError(path + " was answered with " + answer.status());
            }
            var hashes = new ArrayList<Hash>();
            for (int at = 0; at < answer.bytes().length; at += Hash.LENGTH) {
                hashes.add(Hash.of(Arrays.copyOfRange(answer.bytes(), at, at + Hash.LENGTH)));
            }
            return hashes;
        } catch (IOException fault) {
            throw new AssertionError(path, fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, stopping);
        }
    }
}
