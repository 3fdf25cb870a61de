/** One for all tones: a browser opens only so many. */
let audio: AudioContext | undefined;

/** A short tone: high for in, low for refused. Silent where the browser makes no sound. */
export function soundSignal(good: boolean): void {
	if (typeof AudioContext === 'undefined') return;
	audio ??= new AudioContext();
	const tone = audio.createOscillator();
	tone.frequency.value = good ? 880 : 220;
	tone.connect(audio.destination);
	tone.start();
	tone.stop(audio.currentTime + 0.15);
}
