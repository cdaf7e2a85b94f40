package org.entente.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.entente.picture.PictureInput;

/// Everybody who is told of what was kept, in the order they joined; on the intake's own thread.
final class Listeners implements Consumer<List<PictureInput>> {

    private final List<Consumer<List<PictureInput>>> all = new CopyOnWriteArrayList<>();

    void add(Consumer<List<PictureInput>> listener) {
        all.add(listener);
    }

    @Override
    public void accept(List<PictureInput> inputs) {
        all.forEach(listener -> listener.accept(inputs));
    }
}
