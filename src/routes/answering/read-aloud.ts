/**
 * Reads a statement aloud with a voice of the browser itself. In a part that is loaded later: few ask for it, and a
 * participant's page has to be small.
 */

/** Stops what it read before, and reads these. @param ondone told when it is over, also when it was stopped */
export type ReadAloud = (sentences: readonly string[], ondone: () => void) => void;

/** A little slower than people talk: who listens has to weigh it. */
const RATE = 0.95;

/**
 * Waits for a Dutch voice that is on the device: one of a server would send what is asked over the line. Browsers load
 * their voices after the page.
 * @param onfound told once, and never where there is no such voice
 * @returns a function that stops waiting, and reading
 */
export function findVoice(onfound: (read: ReadAloud) => void): () => void {
	const look = () => {
		const voice = dutchVoice(speechSynthesis.getVoices());
		if (!voice) return;
		speechSynthesis.removeEventListener('voiceschanged', look);
		onfound((sentences, ondone) => read(voice, sentences, ondone));
	};
	speechSynthesis.addEventListener('voiceschanged', look);
	look();
	return () => {
		speechSynthesis.removeEventListener('voiceschanged', look);
		speechSynthesis.cancel();
	};
}

/** Of Flanders where there is one. Android writes «nl_BE». */
function dutchVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
	const dutch = voices.filter(({ lang, localService }) => localService && /^nl\b|^nl_/i.test(lang));
	return dutch.find(({ lang }) => /^nl.BE/i.test(lang)) ?? dutch[0];
}

function read(voice: SpeechSynthesisVoice, sentences: readonly string[], ondone: () => void): void {
	speechSynthesis.cancel();
	sentences.forEach((sentence, index) => {
		const said = new SpeechSynthesisUtterance(sentence);
		said.voice = voice;
		said.lang = voice.lang;
		said.rate = RATE;
		if (index === sentences.length - 1) said.onend = ondone;
		said.onerror = ondone;
		speechSynthesis.speak(said);
	});
}
