let context: AudioContext | null = null;

/** A short tone for a new alarm: two falling notes, three rising ones when life is at risk. Silent where sound is not allowed yet. */
export function tone(lifeAtRisk: boolean): void {
  try {
    context ??= new AudioContext();
    if (context.state !== 'running') void context.resume();
    const notes = lifeAtRisk ? [660, 880, 1175] : [587, 440];
    notes.forEach((hertz, i) => note(context as AudioContext, hertz, i * 0.16, lifeAtRisk ? 0.16 : 0.08));
  } catch {
    context = null; // a machine without sound still shows and announces the alarm
  }
}

function note(audio: AudioContext, hertz: number, afterS: number, loud: number): void {
  const at = audio.currentTime + afterS;
  const wave = audio.createOscillator();
  const gain = audio.createGain();
  wave.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + 0.14);
  wave.connect(gain).connect(audio.destination);
  wave.start(at);
  wave.stop(at + 0.15);
}
