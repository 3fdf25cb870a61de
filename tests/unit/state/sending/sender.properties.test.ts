import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbox } from '$lib/storage/outbox/outbox';
import type { Progress } from '$lib/state/sending/sender';
import { response } from '../../../builders/handing-in';
import { runs } from '../../../property-runs';
import { InMemoryHost } from './in-memory-host';
import { answersOf, aroundOf, newDatabase, sending, type Send } from './phone-around';

/** What befalls one request on its way, or its answer. */
const FAULTS = [
	'none',
	'request lost',
	'answer lost',
	'doubled',
	'comes late',
	'busy',
	'out of order',
	'a page in its place',
	'forged acknowledgement',
	'said to hold another',
	'emptied'
] as const;
type Fault = (typeof FAULTS)[number];

/** A network, and a server that cannot be trusted, until the faults are used up. */
function faulty(host: InMemoryHost, faults: Fault[]): Send {
	const late: (() => void)[] = [];
	return async (address, init) => {
		const fault = faults.shift() ?? 'none';
		late.splice(0).forEach((deliver) => deliver());
		if (fault === 'request lost') throw new TypeError('Failed to fetch');
		if (fault === 'busy') return Response.json({ problem: 'busy' }, { status: 429, headers: { 'Retry-After': '1' } });
		if (fault === 'out of order') return new Response('', { status: 502 });
		if (fault === 'a page in its place') return new Response('<!doctype html>', { status: 404 });
		if (fault === 'comes late') {
			late.push(() => host.answer(address, init));
			throw new TypeError('Failed to fetch');
		}
		if (fault === 'emptied') host.slots.clear();
		if (fault === 'doubled') host.answer(address, init);
		const answer = host.answer(address, init);
		if (fault === 'answer lost') throw new TypeError('Failed to fetch');
		if (init.method !== 'GET') return answer;
		const found = (await answer.clone().json()) as Record<string, unknown>;
		if (fault === 'said to hold another')
			return Response.json({ ...found, held: 'B'.repeat(43), acknowledgement: null });
		const forged = [...host.acknowledged].length > 0 ? 'C'.repeat(38) : 'A'.repeat(38);
		return fault === 'forged acknowledgement' ? Response.json({ ...found, acknowledgement: forged }) : answer;
	};
}

/** Before each of the visits but the last, as many faults; each visit but the last ends after so many turns. */
const visit = fc.record({
	revision: fc.constantFrom(0, 1),
	turns: fc.integer({ min: 0, max: 4 }),
	tabs: fc.integer({ min: 1, max: 2 })
});

test('whatever befalls them, answers come in once and whole, and are never said to be in before', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom(...FAULTS), { maxLength: 14 }),
			fc.array(visit, { maxLength: 3 }),
			async (faults, visits) => {
				const host = await InMemoryHost.begin();
				const database = newDatabase();
				const slots = new Set<string>();
				const send = faulty(host, [...faults]);
				const watched: Send = async (address, init) => {
					slots.add(address);
					return send(address, init);
				};
				let revision = 1;
				const mayBeIn = async () => {
					const kept = await new Outbox(database).read(response.id);
					return kept !== undefined && host.acknowledged.has(kept.outgoing.hash);
				};
				const look = async (told: readonly Progress[]) => {
					if (told.some(({ kind }) => kind === 'acknowledged')) expect(await mayBeIn()).toBe(true);
				};
				for (const { revision: newer, turns, tabs } of visits) {
					revision += newer;
					const opened = Array.from({ length: tabs }, () => {
						let left = turns;
						const tab = sending(
							host,
							aroundOf(database, watched, async () => {
								left -= 1;
								if (left < 0) tab.stop();
							}),
							revision
						);
						return tab;
					});
					for (const { ended, told } of opened) {
						await ended;
						await look(told);
					}
				}
				const last = sending(
					host,
					aroundOf(database, watched, () => host.open()),
					revision
				);
				await last.ended;
				await look(last.told);
				expect(last.told[last.told.length - 1]?.kind).toBe('acknowledged');
				expect(slots.size).toBe(1);
				expect(host.opened[host.opened.length - 1]).toEqual(answersOf(revision));
			}
		),
		{ numRuns: runs(25) }
	);
});
