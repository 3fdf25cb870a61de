import { cleanup, render, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePeers } from '$lib/domain/comparing/peers';
import { summariseMeasurement } from '$lib/domain/scoring/summary';
import PeersScreen from '../../../../src/routes/naast-anderen/PeersScreen.svelte';
import { partnershipOf } from '../../../builders/records';
import { roomOf } from '../../../builders/worlds/scored-world';
import { runs } from '../../../property-runs';
import { quartileOf } from '../../../scorer/comparing';
import { isAbove } from '../../../scorer/rational';
import { meanOfAll, sideFacts, type World } from '../../../scorer/scorer';
import { wrongIn } from '../../../scorer/shown';
import { anyWorldOf } from '../../../scorer/worlds';

/** What an independent scorer says, beside what a person reads on /naast-anderen/: tests/scorer/README.md. */

const FEWEST = 5;

function measured(world: World, id: string) {
	const room = roomOf(world);
	const measurement = room.measurement({ id: `meting-${id}`, partnershipId: id });
	const summary = summariseMeasurement(room.questionnaire, room.groups, room.figures(), room.responses);
	return { questionnaire: room.questionnaire, measurement, summary };
}

test('the own score, its place, the middle score and the middle half of every dimension', () => {
	const worlds = fc.array(anyWorldOf([5, 8]), { minLength: 7, maxLength: 9 });
	fc.assert(
		fc.property(worlds, ([own, ...others]) => {
			if (!own) throw new Error('there is no world');
			const { questionnaire, measurement, summary } = measured(own, 'eigen');
			const candidates = others.map((world, index) => ({
				partnership: { id: `p${index}`, example: false },
				measurements: [measured(world, `p${index}`)]
			}));
			render(PeersScreen, {
				partnership: partnershipOf('eigen'),
				measurement,
				questionnaire,
				peers: comparePeers({ measurement, summary }, candidates),
				tagged: { chosen: [], known: [], shown: others.length, all: others.length },
				onchoose: () => undefined
			});
			const dimensions = own.themes.flatMap((theme) => theme.dimensions);
			const scores = dimensions.map(({ items }) => others.flatMap((world) => scoreOf(world, items) ?? []));
			const isShown = scores.some(({ length }) => length >= FEWEST);
			expect(screen.queryByRole('heading', { name: 'Onderdeel per onderdeel' }) !== null).toBe(isShown);
			if (isShown)
				for (const [at, { id, items }] of dimensions.entries())
					assertDimension(id, scoreOf(own, items), scores[at] ?? []);
			cleanup();
		}),
		{ numRuns: runs(4), endOnFailure: true }
	);
});

type Score = ReturnType<typeof meanOfAll>;

const scoreOf = (world: World, items: readonly string[]): Score =>
	meanOfAll(world.groups.map(({ id }) => sideFacts(world, id, items)?.score ?? null));

function assertDimension(id: string, own: Score, others: readonly NonNullable<Score>[]) {
	const place = screen.getByRole('heading', { name: `Onderdeel ${id}` }).closest('li');
	const text = (place?.textContent ?? '').replace(/\s+/g, ' ');
	const after = (words: string) => text.split(words)[1] ?? '';
	expect(wrongIn(after('Jullie score is '), own)).toBe('');
	const isTold = others.length >= FEWEST;
	expect(text.includes('de middelste score is')).toBe(isTold);
	if (!isTold) return;
	expect(wrongIn(after('de middelste score is '), quartileOf(others, 2))).toBe('');
	const half = /de middelste helft ligt (?:op|tussen) (\d,\d+)(?: en (\d,\d+))?/.exec(text);
	expect(wrongIn(half?.[1] ?? '', quartileOf(others, 1))).toBe('');
	expect(wrongIn(half?.[2] ?? half?.[1] ?? '', quartileOf(others, 3))).toBe('');
	if (!own) return;
	const lower = others.filter((score) => isAbove(own, score)).length;
	const higher = others.filter((score) => isAbove(score, own)).length;
	expect(placeIn(after('Jullie score is '))).toEqual({ lower, equal: others.length - lower - higher, higher });
}

/** «hoger dan 4 en even hoog als 1 van de 6 anderen»: what is not said is the rest. */
function placeIn(text: string) {
	const count = (words: string) => /\d+/.exec(new RegExp(`${words} (?:alle )?\\d+`).exec(text)?.[0] ?? '')?.[0];
	const n = Number(/(\d+) anderen/.exec(text)?.[1]);
	const [lower, equal] = [count('hoger dan'), count('even hoog als')].map((found) => Number(found ?? 0));
	return { lower, equal, higher: n - (lower ?? 0) - (equal ?? 0) };
}
