import type { Prompt } from '$lib/domain/questionnaire/questionnaire';

/** A prompt as a room reads it from afar. */
export interface HallQuestion {
	/** What is said or asked first, in smaller letters; may be ''. */
	before: string;
	/** What the room talks about. */
	question: string;
}

/** Kinds of prompts that begin with what the figures say: the picture beside them shows it. */
const TOLD_BY_THE_PICTURE: readonly Prompt['when'][] = ['divided', 'many-unknown', 'fall', 'stayed-low'];
/** «De gemeente ziet meer openheid dan de verenigingen.» */
const COMPARES = /\b(meer|beter|duidelijker|vaker|positiever)\b.* dan |\bantwoorden\b.*\bverschillend\b/;

/** The last sentence with a question mark, and before it what people need to understand it. */
export function hallQuestion({ when, question }: Pick<Prompt, 'when' | 'question'>): HallQuestion {
	const sentences = (question.match(/[^.?!]+(?:[.?!]+|$)/g) ?? []).map((sentence) => sentence.trim()).filter(Boolean);
	const last = sentences.findLastIndex((sentence) => sentence.endsWith('?'));
	if (last === -1) return { before: '', question };
	const [first = ''] = sentences;
	const isTold =
		!first.endsWith('?') && (TOLD_BY_THE_PICTURE.includes(when) || (when === 'gap' && COMPARES.test(first)));
	const others = sentences.filter((_, index) => index !== last);
	return { before: (isTold ? others.slice(1) : others).join(' '), question: sentences[last] ?? question };
}
