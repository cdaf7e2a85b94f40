package org.entente.fusion;

/// The tracker's numbers: one set for every site and every kind of night, found on the public scenarios (docs/figures.md).
///
/// @param steady power of the acceleration noise of somebody going steadily, m²/s³
/// @param manoeuvring the same while turning or starting
/// @param manoeuvringBySpeed and how much more for each (m/s)² of speed, 1/s: who drives turns harder
/// @param begins how often a second somebody steady begins to manoeuvre
/// @param ends how often a second a manoeuvre ends
/// @param stops how often a second somebody stops
/// @param goes how often a second somebody who stands goes on
/// @param walk spread of the velocity at first sight of the steady model, m/s
/// @param drive the same of the manoeuvring model
/// @param priorSteady prior of the steady model at first sight; `priorManoeuvring` likewise; the rest stands
/// @param gate chi-square gate, two degrees of freedom
/// @param unseen least density of objects not seen so far, as a share of the sensor's clutter
/// @param life mean life of an object, s
/// @param show probability of existence from which a track is shown
/// @param hide below which it is not shown any more
/// @param forget below which it is forgotten
/// @param looks looks that saw it before it is shown
/// @param sure probability of existence from which one look less is enough
/// @param lag how many seconds late a message may be and still count
/// @param sharpness exponent of a class score: 3 when the sensor's classifier is as sharp as Dirichlet(4,1,1)
/// @param memory how long the clutter map remembers, s
/// @param most the most it may raise a sensor's own clutter figure, times
/// @param travelled how far from its first sight a track must have come to be an object and not clutter, m
/// @param bearingWider how much wider a bearing is taken than the sensor says: it is precise, plentiful, and easily another's
/// @param crowd how much more seldom a change of motion is believed in a crowd, where it is more likely a neighbour
public record Parameters(double steady, double manoeuvring, double manoeuvringBySpeed, double begins, double ends,
    double stops, double goes, double walk, double drive, double priorSteady, double priorManoeuvring, double gate,
    double unseen, double life, double show, double hide, double forget, int looks, double sure, double lag,
    int sharpness, double memory, double most, double travelled, double bearingWider, double crowd) {

    /// The same with another lag, seconds.
    public Parameters within(double lag) {
        return new Parameters(steady, manoeuvring, manoeuvringBySpeed, begins, ends, stops, goes, walk, drive,
            priorSteady,
            priorManoeuvring, gate, unseen, life, show, hide, forget, looks, sure, lag, sharpness, memory, most,
            travelled, bearingWider, crowd);
    }

    /// What the shipped centre uses.
    public static Parameters defaults() {
        return new Parameters(0.0002, 0.1, 0.05, 0.028, 0.187, 0.0067, 0.22, 1.4, 4, 0.705, 0.234, 13.8, 0.02, 350,
            0.82, 0.57, 0.013, 3, 0.97, 3, 3, 60, 150, 16, 3, 0.1);
    }
}
