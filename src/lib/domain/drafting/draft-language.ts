import { LANGUAGES, type Language } from '$lib/domain/language/languages';
import { BEGIN_WORDS } from './begin-words';
import type { Edit } from './edit-draft';

/** The words that a draft began with follow the language, as long as nobody wrote others. */
export function chooseLanguage(language: Language): Edit {
	return ({ language: before, ...content }) => {
		void before;
		return { ...translated(content, wordsInto(language)), ...(language !== 'nl' && { language }) };
	};
}

/** @returns what a text becomes: another one only of the words that a draft begins with, in whatever language */
function wordsInto(language: Language): (text: string) => string {
	const own = textsOf(BEGIN_WORDS[language]);
	const known = new Map(
		LANGUAGES.flatMap((other) => textsOf(BEGIN_WORDS[other]).map((text, at) => [text, own[at] ?? text] as const))
	);
	return (text) => known.get(text) ?? text;
}

/** In the same order for each language. */
function textsOf(words: unknown): string[] {
	if (typeof words === 'string') return [words];
	return Object.values(words as object).flatMap(textsOf);
}

function translated<Content extends Parameters<Edit>[0]>(content: Content, into: (text: string) => string): Content {
	const { roles, scale, frame, closing } = content;
	return {
		...content,
		roles: roles.map((role) => ({ ...role, groupName: into(role.groupName) })),
		scale: { points: scale.points.map(into), unknown: into(scale.unknown) },
		frame: frame && {
			...frame,
			question: into(frame.question),
			period: into(frame.period),
			...(frame.partly !== undefined && { partly: into(frame.partly) }),
			unknown: into(frame.unknown)
		},
		closing: closing && {
			...closing,
			question: into(closing.question),
			...(closing.explanation !== undefined && { explanation: into(closing.explanation) }),
			...(closing.none !== undefined && { none: into(closing.none) })
		}
	};
}
