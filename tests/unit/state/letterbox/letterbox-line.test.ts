import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { IndividualResponse } from '$lib/domain/measurement/measurement';
import { askedIn } from '$lib/domain/measurement/asked';
import { encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { newKeyPair } from '$lib/letterbox/keys';
import { newSecret, roomIdOf } from '$lib/letterbox/names';
import { LetterboxWire } from '$lib/letterbox/wire';
import { EnvelopeIntake, type TakesIn } from '$lib/state/letterbox/envelope-intake';
import { LetterboxLine, type LineState } from '$lib/state/letterbox/letterbox-line';
import { StorageError } from '$lib/storage/storage-error';
import { startLetterbox } from '../../../../.tools/serve/letterbox.mjs';
import { DroppingPhone } from '../../../builders/letterbox/dropping-phone';
import { publishedQuestionnaire } from '../../../builders/published-questionnaire';
import { aMeasurement, responseOf } from '../../../builders/records';
import { termsFor } from '../../../builders/stored-records';

/** The line to a letterbox where something between, or below it, does not do what it should. */

const site = mkdtempSync(join(tmpdir(), 'site-'));
const measurement = aMeasurement({ privacy: { mode: 'anoniem', threshold: 3 } });
const asked = { terms: termsFor(measurement), ...askedIn(publishedQuestionnaire('samenwerking', '1.0.0')) };

let served: Awaited<ReturnType<typeof startLetterbox>>;
let leaving = new AbortController();
beforeAll(async () => {
	served = await startLetterbox({ site });
});
afterAll(async () => {
	await served.close();
	rmSync(site, { recursive: true });
});
afterEach(() => leaving.abort());

type Fetch = ConstructorParameters<typeof LetterboxWire>[1];

/** A line of which storage fails as often as told. */
async function begin({
	fails = 0,
	through = (input, init) => fetch(input, init)
}: {
	fails?: number;
	through?: Fetch;
}) {
	leaving = new AbortController();
	const secret = newSecret();
	const room = { roomId: await roomIdOf(secret), secret, ...(await newKeyPair()) };
	const wire = new LetterboxWire(served.url, through);
	await wire.openRoom(room.roomId, secret);
	const stored: IndividualResponse[] = [];
	let failures = fails;
	const desk: TakesIn = {
		measurement,
		asked,
		takeIn: (responses) => {
			failures -= 1;
			if (failures >= 0) return Promise.reject(new StorageError('full'));
			stored.push(...responses);
			return Promise.resolve(responses.map(() => ({ kind: 'added' })));
		}
	};
	const states: LineState[] = [];
	const [network, page] = [
		new EventTarget(),
		Object.assign(new EventTarget(), { visibilityState: 'visible' as const })
	];
	const line = new LetterboxLine(room, wire, new EnvelopeIntake(room, desk, wire), { network, page });
	void line.run(leaving.signal, (state) => {
		if (states.at(-1) !== state) states.push(state);
	});
	const letterboxAddress = { roomId: room.roomId, publicKey: encodeBase64Url(room.publicKey) };
	const phone = () => new DroppingPhone(served.url, { asked, letterboxAddress });
	return { phone, stored, states, room, wake: () => network.dispatchEvent(new Event('online')) };
}

const person = (number: number) => responseOf(measurement.id, `00000000b${number}`);

test('where something between lets no stream through, answers come in all the same', async () => {
	const { phone, stored, states, room, wake } = await begin({
		through: async (input, init) => {
			const headers = new Headers(init.headers);
			if (headers.get('Accept') === 'text/event-stream') headers.set('Accept', 'application/json');
			return fetch(input, { ...init, headers });
		}
	});
	await vi.waitFor(() => expect(states.at(-1)).toBe('live'));
	const someone = phone();
	await someone.drop(person(1));
	// Instead of waiting until it asks again.
	wake();
	await vi.waitFor(async () => expect(await someone.isIn(room.roomId)).toBe(true));
	expect(stored.map(({ id }) => id)).toEqual(['00000000b1']);
});

test('what cannot be stored is not acknowledged, stays in the letterbox, and comes in once it can', async () => {
	const { phone, stored, states, room, wake } = await begin({ fails: 1 });
	const someone = phone();
	await someone.drop(person(2));
	await vi.waitFor(() => expect(states).toContain('not-stored'));
	expect(await someone.isIn(room.roomId)).toBe(false);
	wake();
	await vi.waitFor(async () => expect(await someone.isIn(room.roomId)).toBe(true));
	expect(stored).toHaveLength(1);
	expect(states.at(-1)).toBe('live');
});

test('a table full at once is stored, each once', async () => {
	const { phone, stored, room } = await begin({});
	const phones = Array.from({ length: 9 }, (_, number) => ({ one: phone(), number }));
	await Promise.all(phones.map(({ one, number }) => one.drop(person(number))));
	await vi.waitFor(() => expect(stored).toHaveLength(9));
	for (const { one } of phones) await vi.waitFor(async () => expect(await one.isIn(room.roomId)).toBe(true));
	expect(new Set(stored.map(({ id }) => id)).size).toBe(9);
});
