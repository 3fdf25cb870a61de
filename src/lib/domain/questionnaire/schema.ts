import { LANGUAGES } from '$lib/domain/language/languages';
import { PERMANENT_ID, VERSION } from '$lib/domain/text/field-rules';
import { z } from '$lib/domain/zod';

const id = z
	.string()
	.max(PERMANENT_ID.max)
	.regex(PERMANENT_ID.pattern)
	.describe('Kleine letters, cijfers en streepjes. Blijft voor altijd hetzelfde.');
const text = (max: number) =>
	z
		.string()
		.min(1, { abort: true })
		.max(max)
		.regex(/^\S(?:.*\S)?$/s);

const citation = z.strictObject({
	source: id.describe('Id van een bron uit de lijst sources.'),
	section: text(200).describe('Titel en alinea, zodat een lezer de passage in enkele tellen vindt.'),
	says: text(300).describe('Wat de passage zegt, in eigen woorden en niet meer dan dat.')
});

export const level = z.enum(['low', 'middling', 'high']);
const audience = z.union([z.literal('all'), id]).describe('all, of het id van een rol.');

const tipCore = {
	id,
	when: level.describe('Bij welk niveau van de score de tip verschijnt.'),
	for: audience,
	kind: z
		.enum(['do', 'talk', 'write'])
		.optional()
		.describe('Wat de tip vraagt: iets doen, een gesprek, of iets opschrijven.'),
	action: text(220).describe('Een actie die binnen een maand kan beginnen.'),
	detail: text(400).describe('Hoe je eraan begint.'),
	whoStarts: text(120).optional().describe('Wie de eerste stap zet.'),
	whatChanges: text(160).optional().describe('Wat er daarna anders is.'),
	citations: z.array(citation).min(1)
};
export const tip = z.discriminatedUnion('basis', [
	z.strictObject({ ...tipCore, basis: z.literal('direct') }),
	z.strictObject({
		...tipCore,
		basis: z.literal('toegepast'),
		appliedFrom: text(200).describe('Vult aan: De bron spreekt over …')
	})
]);

const promptCore = { id, for: audience, question: text(400) };
export const prompt = z.discriminatedUnion('when', [
	z.strictObject({ ...promptCore, when: level }),
	z.strictObject({ ...promptCore, when: z.literal('divided') }),
	z.strictObject({ ...promptCore, when: z.literal('gap'), higher: id.describe('De rol met de hoogste score.') })
]);
export const generalPrompt = z.discriminatedUnion('when', [
	z.strictObject({ ...promptCore, when: z.enum(['gap', 'many-unknown', 'fall', 'stayed-low']) }),
	z.strictObject({
		...promptCore,
		when: z.literal('topic'),
		topic: z
			.enum(['conflict', 'volunteer-time', 'staff-time', 'mandate'])
			.describe('Waarover de documenten weinig zeggen, en waarover het toch kan gaan.'),
		dimensions: z.array(id).min(1).describe('Ids van de onderdelen waarbij de vraag past.')
	})
]);

export const item = z.strictObject({
	id,
	statement: text(300),
	explanation: text(300).describe('Waar denk je aan? Eén zin met een voorbeeld.')
});

const resultName = text(80).optional().describe('Naam in het resultaat. Zonder dit veld: name.');

export const dimension = z.strictObject({
	id,
	name: text(80).describe('Naam tijdens het invullen: zonder oordeel.'),
	resultName,
	shortName: text(16).describe('Eén woord, voor de radar op een smal scherm.'),
	radarLabel: z.array(text(18)).min(1).max(3).describe('De naam in korte regels voor de radar.'),
	description: text(300),
	restsOn: z.array(citation.omit({ says: true })),
	items: z.array(item).min(1),
	tips: z.array(tip),
	prompts: z.array(prompt)
});

export const theme = z.strictObject({
	id,
	name: text(80),
	resultName,
	description: text(300),
	dimensions: z.array(dimension).min(1)
});

export const source = z.strictObject({
	id,
	title: text(200),
	shortTitle: text(120),
	kind: text(300).describe('Wat voor document het is.'),
	publisher: text(120).nullable().describe('null als het document geen uitgever noemt.'),
	author: text(120).nullable(),
	date: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}$/)
		.nullable()
		.describe('null als het document geen datum noemt.')
});

/** What an answer is about, the same wherever people answer. */
export const frame = z.strictObject({
	question: text(120).describe('De vraag boven elke stelling.'),
	period: text(200).describe('Over welke tijd het gaat.'),
	terms: z
		.array(z.strictObject({ for: id.describe('Id van een rol.'), text: text(400) }))
		.min(1)
		.describe('Wie de woorden in de stellingen zijn voor wie met deze rol antwoordt.'),
	partly: text(200).optional().describe('Wat het middelste antwoord betekent.'),
	unknown: text(300).describe('Wanneer je het antwoord naast de schaal kiest.')
});

/** The one question at the end, which is in no score. */
export const closing = z.strictObject({
	id,
	kind: z.literal('choose-dimensions'),
	question: text(200),
	explanation: text(300).optional().describe('Hoeveel je er kiest, en dat het in geen score telt.'),
	max: z.number().int().min(1).describe('Hoeveel onderdelen iemand hoogstens kiest.'),
	none: text(60).optional().describe('De woorden van het antwoord: geen voorkeur.')
});

/** What is remarked on how a statement, a tip or the whole is written; an exception with its reason lifts it. */
export const liftable = z.enum([
	'joined-claim',
	'long-statement',
	'vague-word',
	'negation',
	'garden-path',
	'missing-example',
	'example-no-sentence',
	'unfinished-tip',
	'twin-tips',
	'few-doing',
	'many-writing',
	'often-one',
	'hard-to-read'
]);
export type LiftableCode = z.infer<typeof liftable>;

const exception = z.strictObject({
	id: id.describe('Id van de stelling of de tip, of van de vragenlijst zelf.'),
	rule: liftable.describe('De opmerking die je wegneemt.'),
	reason: text(300)
});

const version = z.string().max(VERSION.max).regex(VERSION.pattern);

const change = z.strictObject({
	version,
	text: text(400),
	items: z
		.array(id)
		.min(1)
		.optional()
		.describe(
			'Ids van de stellingen waarover de wijziging gaat. Bij een vervanging: het id van de oude en dat van de nieuwe stelling.'
		)
});

/** One version of a questionnaire: the truth for the files in questions/ and for files people make themselves. */
export const questionnaireSchema = z.strictObject({
	$schema: z.string().optional(),
	format: z.literal(1),
	id,
	version,
	language: z
		.enum(LANGUAGES)
		.optional()
		.describe('De taal van de vragenlijst, en van de app voor wie ze invult. Zonder dit veld: nl.'),
	title: text(120),
	summary: text(400),
	minutes: z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(1) }),
	roles: z
		.array(z.strictObject({ id, groupName: text(60).describe('Naam van de groep zolang niemand een andere kiest.') }))
		.min(1),
	scale: z.strictObject({
		points: z.array(text(40)).length(5).describe('De woorden bij 1 tot en met 5.'),
		unknown: text(40)
	}),
	frame: frame.optional().describe('Waarover een antwoord gaat. Staat boven de stellingen, ook op papier.'),
	closing: closing.optional().describe('De slotvraag. Zonder dit veld is er geen.'),
	themes: z.array(theme).min(1),
	generalPrompts: z.array(generalPrompt),
	sources: z.array(source),
	exceptions: z.array(exception),
	changes: z.array(change).describe('Wat er nieuw is, met minstens één wijziging bij deze versie zelf.')
});
