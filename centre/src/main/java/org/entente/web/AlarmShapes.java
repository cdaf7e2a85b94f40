package org.entente.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.operations.Alarm;
import org.entente.operations.AlarmLoad;
import org.entente.operations.AlarmPerformance;
import org.entente.operations.Board;
import org.entente.operations.Suppression;
import org.entente.operations.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of docs/api.md for the life cycle of alarms, their load and their performance.
final class AlarmShapes {

    private AlarmShapes() {}

    /// Adds what was done about an alarm to its shape.
    static ObjectNode handling(ObjectNode node, Alarm alarm, boolean full) {
        var handling = alarm.handling();
        node.put("returned", alarm.returned());
        node.set("acknowledged", handling.acknowledged().filter(_ -> full)
            .map(seen -> Shapes.object().put("desk", seen.desk()).put("at", Shapes.time(seen.at()))).orElse(null));
        node.set("shelved", handling.shelf().filter(_ -> full)
            .map(shelf -> Shapes.object().put("desk", shelf.desk()).put("reason", shelf.reason())
                .put("since", Shapes.time(shelf.since())).put("until", Shapes.time(shelf.until())))
            .orElse(null));
        return node.put("suppression", full ? Shapes.blankIsNull(handling.suppression()) : null)
            .put("verdict", handling.verdict().filter(_ -> full).map(Verdict.Finding::name).orElse(null));
    }

    /// The suppressions that stand, in order of entry.
    static ArrayNode standing(Board board) {
        return suppressions(board.suppressions().stream().filter(Suppression::stands).toList());
    }

    static ArrayNode suppressions(List<Suppression> some) {
        var list = JsonMapper.shared().createArrayNode();
        some.forEach(one -> list.addObject().put("id", one.id()).put("place", Shapes.blankIsNull(one.place()))
            .put("sensor", Shapes.blankIsNull(one.sensor())).put("reason", one.reason())
            .put("from", Shapes.time(one.from())).put("until", Shapes.time(one.until())).put("desk", one.desk())
            .put("enteredAt", Shapes.time(one.enteredAt())).put("state", one.state().name())
            .put("endedAt", Shapes.time(one.endedAt())));
        return list;
    }

    static ObjectNode rate(AlarmLoad.Reading reading) {
        var node = Shapes.object();
        var desks = node.putArray("perDesk");
        reading.desks().forEach(desk -> rate(desks.addObject().put("desk", desk.desk()), desk.presented())
            .put("handled10min", desk.handled10min()).put("handledHour", desk.handledHour()));
        rate(node.putObject("centre"), reading.centre());
        return node.put("flood", reading.flood()).put("since", Shapes.time(reading.since()));
    }

    private static ObjectNode rate(ObjectNode node, AlarmLoad.Rate rate) {
        return node.put("last10min", rate.last10min()).put("lastHour", rate.lastHour())
            .put("band", rate.band().name());
    }

    static ObjectNode performance(AlarmPerformance of) {
        var node = Shapes.object().put("from", Shapes.time(of.from())).put("to", Shapes.time(of.to()))
            .put("alarms", of.alarms()).put("suppressed", of.suppressed()).put("floodShare", of.floodShare())
            .put("meanAnswer_s", seconds(of.meanAnswer()));
        var floods = node.putArray("floods");
        of.floods().forEach(flood -> floods.addObject().put("since", Shapes.time(flood.since()))
            .put("until", Shapes.time(flood.until())));
        var priorities = node.putArray("priorities");
        of.priorities().forEach(one -> priorities.addObject().put("urgency", one.urgency().name())
            .put("alarms", one.alarms()).put("share", one.share()).put("target", one.urgency().target()));
        sources(node.putArray("sensors"), of.sensors());
        sources(node.putArray("places"), of.places());
        return node;
    }

    private static void sources(ArrayNode list, List<AlarmPerformance.Source> sources) {
        for (var source : sources) {
            var node = list.addObject().put("id", source.id()).put("rule", Shapes.blankIsNull(source.rule()))
                .put("alarms", source.alarms()).put("share", source.share())
                .put("meanAnswer_s", seconds(source.meanAnswer())).put("chattering", source.chattering())
                .put("stale", source.stale()).put("fleeting", source.fleeting());
            var verdicts = node.putObject("verdicts");
            source.verdicts().forEach((finding, count) -> verdicts.put(finding.name(), count));
        }
    }

    private static Double seconds(Optional<Duration> time) {
        return time.map(one -> one.toMillis() / 1000.0).orElse(null);
    }
}
