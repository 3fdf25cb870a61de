import { formatDate } from '$lib/domain/dates';
import { frameTerms } from '$lib/domain/words/frame-words';
import { levelRules, LIMIT_WORDS } from '$lib/domain/words/limit-words';
import type { Source } from '$lib/domain/questionnaire/questionnaire';
import { WEIGHT_SENTENCE } from '$lib/domain/words/score-rows';
import { heading, muted, paragraph, plain, strong, type Block, type Text } from '$lib/report/model/report-model';
import type { ReportedResult, ReportSource } from '$lib/report/model/report-source';

/** What people answered about; nothing where the questionnaire does not say. */
export function frameSection({ measurement, questionnaire: { frame } }: ReportedResult): Block[] {
	if (!frame) return [];
	const items = [
		[strong(frame.question), { text: ` ${frame.period}` }],
		...frameTerms(frame, measurement.groups).map(({ groups, text }) => [strong(`${groups}: `), { text }]),
		plain(frame.partly ? `${frame.partly} ${frame.unknown}` : frame.unknown)
	];
	return [heading(2, 'Dit stond boven de stellingen'), { kind: 'list', items }];
}

/** How the scores are made, as rules to check the figures with. */
export function methodSection(result: ReportedResult): Block[] {
	const { privacy } = result.measurement;
	const rules = [
		'Een stelling krijgt een punt van 1 tot 5. «Weet niet» is geen punt: het telt in geen gemiddelde mee.',
		'Iemand heeft een score op een onderdeel als meer dan de helft van de stellingen een punt kreeg. Die score is het gemiddelde van de punten.',
		'De score van een groep is het gemiddelde van haar mensen; in de tabel staat hoeveel mensen dat zijn. Antwoordde een groep alleen samen, dan is dat gezamenlijke antwoord haar score.',
		`${WEIGHT_SENTENCE} Mist een groep een score, dan is er geen samenwerkingsscore.`,
		`Laag is ${levelRules.low}; midden ${levelRules.middling}; hoog ${levelRules.high}.`,
		`Het verschil is de hoogste groep min de laagste. Vanaf ${LIMIT_WORDS.gapFrom} heet het «verschil», vanaf ${LIMIT_WORDS.largeGapFrom} «groot verschil».`,
		`Een groep heet verdeeld als haar antwoorden gemiddeld meer dan ${LIMIT_WORDS.dividedExactly} punt van het gemiddelde liggen (grens van Burke en Dunlap), vanaf ${LIMIT_WORDS.spreadFrom} mensen.`,
		'De afgesproken score is wat de groep na het gesprek koos. Ze verandert de antwoorden niet.',
		...(privacy.mode === 'anoniem'
			? [
					`Deze meting is anoniem: geen getal rust op minder dan ${privacy.threshold} mensen. Wat een verborgen getal zou verraden, staat er ook niet.`
				]
			: []),
		'We rekenen met exacte breuken en ronden pas af op papier.'
	];
	return [heading(2, 'Zo zijn de scores gemaakt'), { kind: 'list', items: rules.map(plain) }];
}

export function sourcesSection({ questionnaire }: ReportedResult): Block[] {
	if (questionnaire.sources.length === 0) return [];
	return [heading(2, 'Bronnen'), { kind: 'list', items: questionnaire.sources.map(sourceLine) }];
}

function sourceLine({ title, kind, author, publisher, date }: Source): Text {
	const by = author === null ? '' : ` ${author}.`;
	const from = publisher === null ? 'Het document noemt geen uitgever' : `Uitgever: ${publisher}`;
	const when = date === null ? (publisher === null ? ' en geen datum' : ', zonder datum') : `, ${formatDate(date)}`;
	return [strong(title), { text: `. ${kind}${by} ${from}${when}.` }];
}

/** Which questionnaire and which app made this, so that the figures can be made again. */
export function versionLine({ result, appVersion }: ReportSource): Block {
	const { title, version } = result.questionnaire;
	return paragraph(
		[muted(`Vragenlijst «${title}», versie ${version}. Gemaakt met Samenwerkingsmeter ${appVersion}, op dit toestel.`)],
		'small'
	);
}

/** Own words of the facilitator; nothing when there are none. */
export function ownWordsSection({ choice }: ReportSource): Block[] {
	const words = choice.ownWords.trim();
	if (words === '') return [];
	return [heading(2, 'In eigen woorden'), ...words.split(/\n\s*\n/).map((part) => paragraph(part))];
}
