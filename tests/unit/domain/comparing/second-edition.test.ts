import { describe, expect, test } from 'vitest';
import { computeComparability } from '$lib/domain/comparing/comparability';
import {
	describeComparability,
	describeLeftOutDimensions,
	describeOtherWords
} from '$lib/domain/year-words/comparison-words';
import { dimensionNameIn } from '$lib/domain/words/names';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';

const of = (version: string) => publishedQuestionnaire('samenwerking', version);

function between(...versions: string[]) {
	const found = computeComparability(versions.map(of));
	if (found.kind === 'none') throw new Error(found.reason);
	return found;
}

/** The second edition of the main questionnaire, beside the versions that people measured with before it. */
describe('samenwerking 2.0.0', () => {
	test('shares eight statements with 1.1.0: the other 29 of 37 and 28 of 36 do not count', () => {
		const found = between('1.1.0', '2.0.0');
		expect([...found.shared]).toEqual([
			'partnerschap-meedenken-voor-plan-vast',
			'zeggenschap-verenigingen-bepalen-agenda',
			'afspraken-verwachtingen-vooraf',
			'afspraken-verdeling-geld-duidelijk',
			'waardering-inzet-gezien',
			'ontkokeren-samen-aan-tafel',
			'verbinden-gemeente-brengt-samen',
			'faciliteren-gemeente-helpt-eigen-ideeen'
		]);
		expect(found.leftOut).toHaveLength(29 + 28);
		expect(describeComparability(found)).toContain('57 stellingen tellen niet mee');
		expect(found.reworded.map(({ itemId }) => itemId)).toEqual([
			'zeggenschap-verenigingen-bepalen-agenda',
			'ontkokeren-samen-aan-tafel'
		]);
	});

	test('names the dimensions that nothing can be said of: with other statements, new and gone', () => {
		const { leftOutDimensions } = between('1.1.0', '2.0.0');
		const nameOf = dimensionNameIn(of('2.0.0'), of('1.1.0'));
		const [openheid, eigenheid, belang, vertrouwen, regie] = [
			'openheid',
			'eigenheid',
			'gedeeld-belang',
			'vertrouwen',
			'regie'
		].map(nameOf);
		expect(describeLeftOutDimensions(leftOutDimensions, nameOf)).toEqual([
			`Niet te vergelijken, want de stellingen zijn andere: "${openheid}", "${eigenheid}", "${belang}" en "${vertrouwen}".`,
			`Nieuw onderdeel, nog niet te vergelijken: "${regie}".`,
			'Weggevallen onderdeel: "Politiek en ambtelijk draagvlak".'
		]);
	});

	test('says that the words at the answers and above the statements changed for every statement', () => {
		expect(describeOtherWords(between('1.1.0', '2.0.0'))).toEqual([
			'De woorden bij de antwoorden zijn veranderd, ook bij stellingen die gelijk bleven: wees voorzichtig met elk verschil.',
			'Wat boven de stellingen staat (de vraag, de tijd, wie bedoeld is), is veranderd.'
		]);
		expect(describeOtherWords(between('1.0.0', '1.1.0'))).toEqual([]);
	});

	test('shares seven with 1.0.0, which had no statement that «partnerschap» still has', () => {
		const found = between('1.0.0', '2.0.0');
		expect(found.shared.size).toBe(7);
		expect(found.leftOut).toHaveLength(29 + 29);
		expect(found.leftOutDimensions.map(({ dimensionId, why }) => `${dimensionId} ${why}`)).toEqual([
			'openheid other-items',
			'eigenheid other-items',
			'gedeeld-belang other-items',
			'vertrouwen other-items',
			'partnerschap other-items',
			'regie new',
			'draagvlak gone'
		]);
	});

	test('says nothing of the kind beside itself', () => {
		const found = between('2.0.0', '2.0.0');
		expect(found.leftOutDimensions).toEqual([]);
		expect(describeOtherWords(found)).toEqual([]);
	});
});
