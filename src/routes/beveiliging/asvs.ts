import { browserChapters } from './asvs-browser';
import { dataChapters } from './asvs-data';
import type { AsvsChapter, AsvsRow, Finding } from './asvs-chapter';
import { inputChapters } from './asvs-input';

/** A chapter of which nothing applies. */
export interface AsvsLeftOut {
	id: string;
	title: string;
	why: string;
}

export const findingWords: Readonly<Record<Finding, string>> = {
	met: 'Voldoet',
	host: 'Taak van de host',
	deviates: 'Wijkt af',
	none: 'Niet van toepassing'
};

export const chapters: readonly AsvsChapter[] = [...inputChapters, ...browserChapters, ...dataChapters].sort(
	(one, other) => placeOf(one) - placeOf(other)
);

export const chaptersLeftOut: readonly AsvsLeftOut[] = [
	{ id: 'V6', title: 'Aanmelden', why: 'er zijn geen accounts en geen wachtwoorden.' },
	{ id: 'V7', title: 'Sessies', why: 'er is geen sessie met een server.' },
	{
		id: 'V8',
		title: 'Rechten',
		why: 'er zijn geen gebruikers met rechten. Wie aan het toestel en het profiel van de browser kan, ziet alles wat de app daar bewaart.'
	},
	{ id: 'V9', title: 'Tokens', why: 'er worden geen tokens gemaakt of gelezen.' },
	{ id: 'V10', title: 'OAuth en OIDC', why: 'er is geen aanmelding via een andere dienst.' },
	{ id: 'V17', title: 'WebRTC', why: 'er gaat geen beeld of geluid naar een ander toestel.' }
];

/** The rows that need an explanation. */
export const deviations: readonly AsvsRow[] = chapters
	.flatMap(({ rows }) => rows)
	.filter(({ finding }) => finding === 'deviates');

function placeOf({ id }: AsvsChapter): number {
	return Number(id.slice(1));
}
