import fc from 'fast-check';
import { tidyText } from '$lib/domain/text/misleading-characters';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import type { Invitation, LetterboxAddress } from '$lib/domain/measurement/measurement';
import { hexArbitrary } from '../../../builders/arbitraries';

/**
 * What mail and chat programs, security scanners and people do to a link; none of them takes
 * a character of the fragment away.
 */
export const MANGLINGS: Record<string, (text: string, chance: () => number) => string> = {
	'# as %23': (text) => text.replace('#', '%23'),
	'?%23': (text) => text.replace('#', '?%23'),
	'percent signs encoded again': (text) => text.replaceAll('%', '%25'),
	'hyphens encoded': (text) => text.replaceAll('-', '%2D'),
	'every character encoded': (text) => encodeAll(text),
	'some characters encoded, in lower case': (text, chance) =>
		text.replace(/[\w-]/g, (character) => (chance() < 0.1 ? encodeAll(character).toLowerCase() : character)),
	encodeURIComponent: (text) => encodeURIComponent(text.toWellFormed()),
	'HTML entities': (text) => text.replaceAll('&', '&amp;').replaceAll('#', '&#35;').replaceAll('_', '&#x5F;'),
	'soft hyphens inside': (text, chance) => between(text, '\u00AD', 0.05, chance),
	'zero-width spaces inside': (text, chance) => between(text, '\u200B', 0.05, chance),
	'word joiners and marks of direction inside': (text, chance) => between(text, '\u2060\u200E', 0.05, chance),
	'spaces inside': (text, chance) => between(text, ' ', 0.03, chance),
	'hard spaces inside': (text, chance) => between(text, '\u00A0', 0.03, chance),
	'%20 inside': (text, chance) => between(text, '%20', 0.03, chance),
	'lines of 76 characters': (text) => text.replace(/.{76}/g, '$&\n'),
	'lines as in an answer': (text) => `> ${text.replace(/.{60}/g, '$&\r\n> ')}`,
	'lines of a mail': (text) => text.replace(/.{75}/g, '$&=\r\n'),
	'word breaks': (text) => text.replace(/.{30}/g, '$&<wbr>'),
	'non-breaking hyphens': (text) => text.replaceAll('-', '\u2011'),
	dashes: (text) => text.replaceAll('-', '\u2013'),
	'minus signs': (text) => text.replaceAll('-', '\u2212'),
	'wide letters': (text) =>
		text.replace(/[!-~]/g, (character) => String.fromCharCode((character.codePointAt(0) ?? 0) + 0xfee0)),
	'underscores with a backslash': (text) => text.replaceAll('_', '\\_'),
	'scheme and host in capitals': (text) => text.replace(/https:\/\/[a-z.]+/, (start) => start.toUpperCase()),
	markdown: (text) => `[${'Vul in'}](${text})`,
	'markdown with the address twice': (text) => `[${text}](${text})`,
	'between angles': (text) => `<${text}>`,
	'of Slack': (text) => `<${text}|Vul de vragenlijst in>`,
	'between quotes': (text) => `"${text}"`,
	'between Dutch quotes': (text) => `„${text}”`,
	'between guillemets': (text) => `« ${text} »`,
	bold: (text) => `**${text}**`,
	italic: (text) => `_${text}_`,
	HTML: (text) => `<a href="${text}">Vul in</a>`,
	'a message around it': (text) => `Dag allemaal,\nvul dit in voor vrijdag: ${text}\n\nTot dan!\nAn`,
	'a message glued to it': (text) => `Link:${text}Groetjes`,
	'utm behind': (text) => `${text}?utm_source=nieuwsbrief&utm_medium=email`,
	'fbclid behind': (text) => `${text}&fbclid=IwAR0x-yz_1`,
	'gclid before': (text) => text.replace('#', '?gclid=Cj0K-1_2#'),
	'gclid between': (text) => text.replace('#', '#?gclid=Cj0K-1_2&'),
	'a slash between': (text) => text.replace('#', '#/'),
	'a text fragment': (text) => `${text}:~:text=stelling`,
	safelinks: (text) =>
		`https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(text.toWellFormed())}&data=05%7C02%7Can%40gent.be%7C1a2b&sdata=x%3D&reserved=0`,
	'urldefense 2': (text) =>
		`https://urldefense.proofpoint.com/v2/url?u=${proofpoint(text)}&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf-v5A&e=`,
	'urldefense 3': (text) => `https://urldefense.com/v3/__${text.replace('#', '*')}__;Iw!!AbCd-e!xY_z$`,
	barracuda: (text) =>
		`https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(text.toWellFormed())}&c=E,1,aBc&typo=1`,
	google: (text) => `https://www.google.com/url?q=${encodeURIComponent(text.toWellFormed())}&sa=D&source=calendar`,
	...Object.fromEntries(
		[
			'.',
			')',
			'>',
			',',
			'"',
			"'",
			'»',
			'”',
			']',
			'*',
			'_',
			'/',
			'%20',
			';',
			'%22',
			'!',
			'?',
			'-',
			'…',
			'%0A',
			'&nbsp;'
		].map((character) => [`${character} behind`, (text: string) => text + character])
	)
};

/** Numbers from 0 to 1, the same from the same start. */
export function chanceFrom(start: number): () => number {
	let state = start;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** The link after these manglings, one after another. */
export function mangled(link: string, names: readonly string[], seed: number): string {
	const chance = chanceFrom(seed);
	return names.reduce((text, name) => MANGLINGS[name]?.(text, chance) ?? text, link);
}

/** Names of one to so many manglings, one after another. */
export function manglings(max: number): fc.Arbitrary<string[]> {
	return fc.array(fc.constantFrom(...Object.keys(MANGLINGS)), { minLength: 1, maxLength: max });
}

/** Any invitation with names as people give them. */
export function invitationArbitrary(): fc.Arbitrary<Invitation> {
	const name = (max: number) =>
		fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: max })
			.map(tidyText)
			.filter((some) => some !== '' && some.length <= max);
	const group = fc.record({
		id: fc.oneof(hexArbitrary(32), fc.constantFrom('gemeente', 'verenigingen')),
		role: fc.constantFrom('gemeente', 'vereniging'),
		name: name(60)
	});
	const invitation = fc.record({
		measurementId: hexArbitrary(32),
		questionnaire: fc.constant({ id: 'samenwerking', version: '1.0.0' }),
		groups: fc.uniqueArray(group, { selector: ({ id }) => id, minLength: 2, maxLength: 4 }),
		privacy: fc.constantFrom<Invitation['privacy'][]>({ mode: 'open' }, { mode: 'anoniem', threshold: 3 }),
		partnershipName: name(120),
		date: fc.constantFrom('2026-03-19', '2028-02-29'),
		asksTrend: fc.boolean()
	});
	const letterbox = fc.option(letterboxArbitrary(), { nil: undefined });
	return fc
		.tuple(invitation, letterbox)
		.map(([one, address]) => (address === undefined ? one : { ...one, letterbox: address }));
}

/** Any address of a letterbox that a link may carry. */
function letterboxArbitrary(): fc.Arbitrary<LetterboxAddress> {
	const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
	return fc.record({
		roomId: bytes(16).map(encodeBase64Url),
		publicKey: bytes(64).map((point) => encodeBase64Url(new Uint8Array([4, ...point])))
	});
}

function encodeAll(text: string): string {
	return Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`)
		.join('')
		.toUpperCase();
}

function between(text: string, character: string, often: number, chance: () => number): string {
	return Array.from(text, (one) => (chance() < often ? one + character : one)).join('');
}

function proofpoint(text: string): string {
	const encoded = text.replace(/[^A-Za-z0-9./]/gu, (character) => encodeAll(character));
	return encoded.replaceAll('%', '-').replaceAll('/', '_');
}
