import { joinDutch } from '$lib/domain/words/counting-words';
import type { ComparisonSource } from '$lib/report/model/comparison-source';
import { muted, paragraph, type Block, type Report } from '$lib/report/model/report-model';
import { comparisonFront, comparisonPicture, datesIn } from '$lib/report/sections/comparison-front';
import {
	changesSection,
	figuresSection,
	keptSection,
	otherReasons,
	statementsSection,
	timeSection
} from '$lib/report/sections/comparison-sections';
import { groupsSection, themesSection } from '$lib/report/sections/years-tables';

/** What page one has below what changed most. */
interface Front {
	picture: boolean;
	changes: boolean;
}

/** From full to bare: a report takes the first with which page one is one page. What is not there comes after it. */
const fronts: readonly Front[] = [
	{ picture: true, changes: true },
	{ picture: true, changes: false },
	{ picture: false, changes: true },
	{ picture: false, changes: false }
];
export const TIGHTEST_COMPARISON = fronts.length - 1;

/**
 * The report of a comparison as plain data, the same for paper, PDF and screen. It leaves out nothing.
 * @param tightness of page one, from 0 to TIGHTEST_COMPARISON
 */
export function buildComparisonReport(source: ComparisonSource, tightness = 0): Report {
	const { partnership, appVersion } = source;
	const dates = joinDutch(datesIn(source));
	const { picture, changes } = fronts[Math.min(tightness, TIGHTEST_COMPARISON)] ?? { picture: false, changes: false };
	return {
		title: `Vergelijking: ${partnership.name} · ${dates}`,
		header: { name: partnership.name, date: `vergelijking van ${dates}` },
		footer: `Samenwerkingsmeter ${appVersion}`,
		blocks: [
			...comparisonFront(source, picture),
			...(changes ? [{ kind: 'rule' } as const, ...changesSection(source)] : []),
			{ kind: 'new-page' },
			...(picture ? [] : comparisonPicture(source)),
			...(changes ? [] : changesSection(source)),
			...keptSection(source),
			...themesSection(source),
			...groupsSection(source),
			...otherReasons(source),
			...figuresSection(source),
			...timeSection(source),
			...statementsSection(source),
			versionLine(source)
		]
	};
}

/** Which versions and which app made this, so that the figures can be made again. */
function versionLine({ comparison, appVersion }: ComparisonSource): Block {
	const { questionnaire, occasions } = comparison;
	const versions = [...new Set(occasions.map((occasion) => occasion.questionnaire.version))];
	const which = versions.length === 1 ? 'versie' : 'versies';
	return paragraph(
		[
			muted(
				`Vragenlijst «${questionnaire.title}», ${which} ${joinDutch(versions)}. Gemaakt met Samenwerkingsmeter ${appVersion}, op dit toestel.`
			)
		],
		'small'
	);
}
