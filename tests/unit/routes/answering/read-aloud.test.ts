import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Language } from '$lib/domain/language/languages';
import { findVoice, type ReadAloud } from '../../../../src/routes/answering/read-aloud';

interface Said {
	text: string;
	voice: string;
	end: () => void;
}

/** As a browser has it: voices that come when they come, and what is said one after the other. */
class FakeSpeech extends EventTarget {
	voices: { name: string; lang: string; localService: boolean }[] = [];
	said: Said[] = [];
	getVoices = () => this.voices;
	cancel = () => void (this.said = []);
	speak = (utterance: { text: string; voice: { name: string }; onend?: () => void }) =>
		void this.said.push({
			text: utterance.text,
			voice: utterance.voice.name,
			end: () => utterance.onend?.()
		});

	comeWith(...voices: FakeSpeech['voices']): void {
		this.voices = voices;
		this.dispatchEvent(new Event('voiceschanged'));
	}
}

const voice = (lang: string, localService = true) => ({ name: `${lang} ${localService}`, lang, localService });

let speech: FakeSpeech;
beforeEach(() => {
	speech = new FakeSpeech();
	vi.stubGlobal('speechSynthesis', speech);
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			constructor(readonly text: string) {}
		}
	);
});
afterEach(() => vi.unstubAllGlobals());

function look(language: Language = 'nl') {
	const onfound = vi.fn<(read: ReadAloud) => void>();
	const stop = findVoice(language, onfound);
	return { onfound, stop, read: (...given: Parameters<ReadAloud>) => onfound.mock.lastCall?.[0](...given) };
}

describe('a voice', () => {
	test.each([
		['there is none', []],
		['it speaks no Dutch', [voice('fr-BE'), voice('en-NL')]],
		['it needs a server', [voice('nl-BE', false)]]
	])('is not found where %s', (_what, voices) => {
		speech.voices = voices;

		expect(look().onfound).not.toHaveBeenCalled();
	});

	test('is found when the browser has loaded its voices, and once', () => {
		const { onfound } = look();

		speech.comeWith(voice('nl-NL'));
		speech.comeWith(voice('nl-NL'), voice('nl-BE'));

		expect(onfound).toHaveBeenCalledOnce();
	});

	test.each(['nl-BE', 'nl_BE', 'nl-be'])('is the one of Flanders where there is one: %s', (lang) => {
		speech.voices = [voice('nl-NL'), voice(lang)];
		const { read } = look();

		read(['Ja.'], () => undefined);

		expect(speech.said).toMatchObject([{ text: 'Ja.', voice: `${lang} true` }]);
	});
});

test('speaks the language of the questionnaire, as it is spoken here where a voice can', () => {
	speech.voices = [voice('nl-BE'), voice('fr-FR'), voice('fr_BE'), voice('en-US')];

	look('fr').read(['Oui.'], () => undefined);
	expect(speech.said).toMatchObject([{ text: 'Oui.', voice: 'fr_BE true' }]);
	look('en').read(['Yes.'], () => undefined);
	expect(speech.said).toMatchObject([{ text: 'Yes.', voice: 'en-US true' }]);
});

describe('reading', () => {
	beforeEach(() => void (speech.voices = [voice('nl')]));

	test('says every sentence, and tells when the last one is over', () => {
		const ondone = vi.fn();
		look().read(['Een.', 'Twee.'], ondone);

		expect(speech.said.map(({ text }) => text)).toEqual(['Een.', 'Twee.']);
		speech.said[0]?.end();
		expect(ondone).not.toHaveBeenCalled();
		speech.said[1]?.end();
		expect(ondone).toHaveBeenCalledOnce();
	});

	test('stops what it was saying', () => {
		const { read, stop } = look();
		read(['Een.', 'Twee.'], () => undefined);

		read(['Drie.'], () => undefined);
		expect(speech.said.map(({ text }) => text)).toEqual(['Drie.']);
		stop();
		expect(speech.said).toEqual([]);
	});
});
