import { localeOf, type Language } from '$lib/domain/language/languages';

/**
 * Reads a statement aloud with a voice of the browser itself. In a part that is loaded later: few ask for it, and a
 * participant's page has to be small.
 */

/** Stops what it read before, and reads these. @param ondone told when it is over, also when it was stopped */
export type ReadAloud = (sentences: readonly string[], ondone: () => void) => void;

/** A little slower than people talk: who listens has to weigh it. */
const RATE = 0.95;

/**
 * Waits for a voice of this language that is on the device: one of a server would send what is asked over the line.
 * Browsers load their voices after the page.
 * @param onfound told once, and never where there is no such voice
 * @returns a function that stops waiting, and reading
 */
export function findVoice(language: Language, onfound: (read: ReadAloud) => void): () => void {
	const look = () => {
		const voice = voiceOf(language, speechSynthesis.getVoices());
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

/** As it is spoken here where there is one: «nl-BE». Android writes «nl_BE». */
function voiceOf(language: Language, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
	const langOf = ({ lang }: SpeechSynthesisVoice) => lang.toLowerCase().replace('_', '-');
	const own = voices.filter((voice) => voice.localService && langOf(voice).split('-')[0] === language);
	const here = localeOf(language).toLowerCase();
	return own.find((voice) => langOf(voice).startsWith(here)) ?? own[0];
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
