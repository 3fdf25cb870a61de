import { readFileSync } from 'node:fs';
import { LIMIT_WORDS } from '$lib/domain/words/limit-words';

/** Where people read what the app promises about their answers. */
export const places = {
	telefoon: 'src/lib/ui/answering/PrivacyPromise.svelte',
	papier: 'src/routes/formulier/PaperPromise.svelte',
	kaartje: 'src/routes/tafelkaartjes/CardPromise.svelte',
	privacy: 'src/routes/privacy/+page.svelte'
} as const;

/** What the sentences say with figures of the measurement, or of the rules. */
const FIGURES: readonly [RegExp, string][] = [
	[/\{PERSONS_FROM_THRESHOLDS\s*\*\s*privacy\.threshold\}/g, '2t'],
	[/\{privacy\.threshold\}/g, 't'],
	[/\{LIMIT_WORDS\.thresholds\}/g, LIMIT_WORDS.thresholds]
];

/** Every sentence of a component, as people read it; headings are none. @param path of a Svelte file */
export function sentencesOf(path: string): string[] {
	let text = readFileSync(path, 'utf8').replace(/<!--.*?-->|<(script|style|svelte:head|h\d).*?<\/\1>/gs, '\n\n');
	text = text.replace(/\{t`(.*?)`\}/gs, (_, dutch: string) => dutch.replaceAll('${', '{'));
	for (const [figure, word] of FIGURES) text = text.replace(figure, word);
	return text
		.replace(/\{LIMIT_WORDS\.(\w+)\}/g, (_, name: keyof typeof LIMIT_WORDS) => String(LIMIT_WORDS[name]))
		.replace(/\{[#:/].*?\}/gs, '\n\n')
		.split(/\n\n|<\/?(?:p|ul|li|dl|dt|dd|div)\b[^>]*>/)
		.map((block) =>
			block
				.replace(/<[^>]*>/g, '')
				.replace(/\s+/g, ' ')
				.trim()
		)
		.flatMap((block) => block.split(/(?<=[.?!]"?) (?=["«]?\p{Lu})/u))
		.filter((sentence) => /[.?!:]"?$/.test(sentence));
}
