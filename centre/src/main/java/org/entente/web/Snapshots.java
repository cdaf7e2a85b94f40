package org.entente.web;

import org.entente.access.Viewer;
import org.entente.access.Visibility;
import org.entente.operations.Board;
import org.entente.picture.Picture;
import tools.jackson.databind.node.ObjectNode;

/// The whole picture for one viewer, from a board and a picture: the live ones or replayed ones, the same code for both.
final class Snapshots {

    private final Shapes shapes;

    Snapshots(Shapes shapes) {
        this.shapes = shapes;
    }

    ObjectNode of(Board board, Picture picture, Viewer viewer) {
        var node = Shapes.object();
        var sensors = node.putObject("sensors");
        picture.sensors().forEach(state -> sensors.set(state.sensor().text(), shapes.sensor(state)));
        var units = node.putObject("units");
        picture.units().forEach(state -> units.set(state.unit().text(), shapes.unit(state)));
        var tracks = node.putObject("tracks");
        picture.tracks()
            .forEach(track -> tracks.set(track.id(), FusedShapes.track(track, picture.alarmOf(track.id()))));
        var alarms = node.putArray("alarms");
        board.alarms().forEach(alarm -> {
            var sight = Visibility.of(viewer, alarm.marking(), alarm.lifeAtRisk());
            if (sight != Visibility.Sight.NONE) {
                alarms.add(shapes.alarm(alarm, sight));
            }
        });
        var incidents = node.putArray("incidents");
        var tasks = node.putArray("tasks");
        board.incidents().forEach(incident -> {
            var sight = Visibility.of(viewer, incident.marking(), incident.lifeAtRisk());
            if (sight != Visibility.Sight.NONE) {
                incidents.add(shapes.incident(incident, sight));
            }
            if (sight == Visibility.Sight.FULL) {
                incident.tasks().forEach(task -> tasks.add(shapes.task(board.task(task).orElseThrow())));
            }
        });
        node.set("parameters", shapes.parameters(board.parameters()));
        node.set("suppressions", AlarmShapes.standing(board));
        return node;
    }
}
