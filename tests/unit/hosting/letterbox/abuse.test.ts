import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, Owner, Phone, receipt, sealed, type Answer } from '../../../builders/letterbox/clients';
import { host, type Hosted } from './host';
import { MemoryStore } from './memory-store';

let hosted: Hosted;
beforeAll(async () => {
	hosted = await host();
});
afterAll(async () => {
	expect(hosted.told).toEqual([]);
	await hosted.close();
});

async function openRoom(site = hosted.site) {
	const owner = new Owner(site);
	expect((await owner.open()).status).toBe(201);
	return owner;
}

const told = ({ status, body }: Answer) => [status, body];
const secretRefused = [401, { problem: 'secret' }];
const noRoom = [404, { problem: 'no-room' }];

describe('guessing', () => {
	test('whoever lacks the secret of a room can do nothing with it, whether it is there or not', async () => {
		const owner = await openRoom();
		const nowhere = new Owner(hosted.site);
		for (const { room } of [owner, nowhere]) {
			const wrong = [undefined, randomBytes(32).toString('base64url'), '', 'x'.repeat(43), new Phone(owner).secret];
			for (const secret of wrong) {
				const as = secret === undefined ? {} : { secret };
				const path = `v1/rooms/${room}`;
				expect(told(await ask(hosted.site, path, { method: 'PUT', body: '{}', ...as }))).toEqual(secretRefused);
				expect(told(await ask(hosted.site, path, { method: 'DELETE', ...as }))).toEqual(secretRefused);
				expect(told(await ask(hosted.site, `${path}/envelopes`, as))).toEqual(secretRefused);
				expect(told(await ask(hosted.site, `${path}/acknowledgements`, { method: 'POST', body: '[]', ...as }))).toEqual(
					secretRefused
				);
			}
		}
	});

	test('never opened, closed and over its days answer alike, to phone and owner', async () => {
		const never = new Owner(hosted.site);
		const closed = await openRoom();
		await closed.close();
		const own = await host();
		const over = await openRoom(own.site);
		own.pass(61);
		for (const owner of [never, closed, over]) {
			const phone = new Phone(owner);
			const answers = [await phone.put(sealed()), await phone.look(), await owner.ask('/envelopes')];
			for (const answer of answers) {
				expect(told(answer)).toEqual(noRoom);
				expect([...answer.headers.keys()].sort()).toEqual([
					'cache-control',
					'connection',
					'content-length',
					'content-type',
					'date',
					'keep-alive',
					'x-content-type-options'
				]);
			}
		}
		await own.close();
	});

	test('the word of the host is asked before a first opening, guessed only so often, and not asked again', async () => {
		const asking = await host({ settings: { word: 'kastanje é', roomsAnHour: 5 } });
		expect((await ask(asking.site, 'v1')).body).toMatchObject({ asksWord: true });
		const owner = new Owner(asking.site);
		for (const word of [undefined, '', 'kastanje', 'KASTANJE É'])
			expect(told(await owner.open(word))).toEqual([403, { problem: 'word' }]);
		expect((await owner.open('kastanje e\u0301')).status).toBe(201);
		const late = await new Owner(asking.site).open('kastanje é');
		expect(told(late)).toEqual([429, { problem: 'busy' }]);
		expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0);
		await owner.close();
		expect((await owner.open()).status).toBe(201);
		await asking.close();
	});
});

describe('flooding', () => {
	test('one address opens so many rooms an hour, and one made up before a proxy counts for nothing', async () => {
		const proxied = await host({ settings: { roomsAnHour: 2, behindProxy: true } });
		const openFrom = async (forwarded: string) =>
			(await new Owner(proxied.site).open(undefined, { 'X-Forwarded-For': forwarded })).status;
		expect(await openFrom('198.51.100.1')).toBe(201);
		expect(await openFrom('203.0.113.9, 198.51.100.1')).toBe(201);
		expect(await openFrom('203.0.113.8, 198.51.100.1')).toBe(429);
		expect(await openFrom('198.51.100.2')).toBe(201);
		expect(await openFrom('2001:db8:1:2::1')).toBe(201);
		expect(await openFrom('2001:db8:1:2:ffff::2')).toBe(201);
		expect(await openFrom('2001:db8:1:2:3:4:5:6')).toBe(429);
		expect(await openFrom('2001:db8:1:3::1')).toBe(201);
		await proxied.close();

		const direct = await host({ settings: { roomsAnHour: 1 } });
		const openAs = async (forwarded: string) =>
			(await new Owner(direct.site).open(undefined, { 'X-Forwarded-For': forwarded })).status;
		expect([await openAs('198.51.100.1'), await openAs('198.51.100.2')]).toEqual([201, 429]);
		await direct.close();
	});

	test('one slot is filled only so often, which costs the others nothing', async () => {
		const owner = await openRoom();
		const [eager, calm] = [new Phone(owner), new Phone(owner)];
		const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await eager.put(sealed(20))).status));
		expect(statuses.filter((status) => status === 204)).toHaveLength(20);
		expect(statuses.filter((status) => status === 429)).toHaveLength(20);
		expect((await calm.put(sealed())).status).toBe(204);
	});

	test('a room takes five hundred slots, also when more come at once, and the ones it has go on', async () => {
		const store = new MemoryStore();
		const nearlyFull = await host({ store });
		const owner = await openRoom(nearlyFull.site);
		for (let n = 0; n < 490; n += 1) await store.put(`slot.${owner.room}.${n}`, sealed(1));
		const phones = Array.from({ length: 25 }, () => new Phone(owner));
		const answers = await Promise.all(phones.map((phone) => phone.put(sealed(1))));
		const refused = answers.filter(({ status }) => status !== 204);
		expect(refused.map(told)).toEqual(Array.from({ length: 15 }, () => [507, { problem: 'full' }]));
		const held = phones.find((_, index) => answers[index]?.status === 204);
		expect((await held?.put(sealed(2)))?.status).toBe(204);
		await nearlyFull.close();
	});

	test('a store without room refuses, and keeps what it had', async () => {
		const small = await host({ store: new MemoryStore(9000) });
		const owner = await openRoom(small.site);
		const [one, other] = [new Phone(owner), new Phone(owner)];
		expect((await one.put(sealed(7249))).status).toBe(204);
		expect(told(await other.put(sealed(7249)))).toEqual([507, { problem: 'full' }]);
		expect((await owner.envelopes()).envelopes.map(({ slot }) => slot)).toEqual([one.slot]);
		expect((await owner.close()).status).toBe(204);
		await owner.open();
		expect((await other.put(sealed(7249))).status).toBe(204);
		await small.close();
	});
});

describe('what does not belong', () => {
	test("somebody else's slot is not to be read, replaced or acknowledged, not even by another phone of the room", async () => {
		const owner = await openRoom();
		const [one, other] = [new Phone(owner), new Phone(owner)];
		const envelope = sealed();
		await one.put(envelope);
		const path = `v1/rooms/${owner.room}/slots/${one.slot}`;
		for (const { secret } of [other, owner]) {
			expect(told(await ask(hosted.site, path, { secret }))).toEqual(secretRefused);
			expect(told(await ask(hosted.site, path, { method: 'PUT', secret, body: sealed() }))).toEqual(secretRefused);
			expect((await ask(hosted.site, path, { method: 'DELETE', secret })).status).toBe(404);
		}
		expect((await owner.envelopes()).envelopes[0]?.envelope).toBe(envelope.toString('base64url'));
	});

	test('one secret opens a slot in each room apart', async () => {
		const [here, there] = [await openRoom(), await openRoom()];
		const phone = new Phone(here);
		await phone.put(sealed());
		const elsewhere = await ask(hosted.site, `v1/rooms/${there.room}/slots/${phone.slot}`, { secret: phone.secret });
		expect(elsewhere.body).toEqual({ held: null, acknowledgement: null });
	});

	test('an acknowledgement of an older envelope does not come back', async () => {
		const owner = await openRoom();
		const phone = new Phone(owner);
		const [older, newer] = [sealed(), sealed()];
		await phone.put(older);
		await phone.put(newer);
		await owner.acknowledge([receipt(phone, older)]);
		expect((await phone.look()).body).toMatchObject({ acknowledgement: null });
	});

	test.each([
		['nothing', new Uint8Array(), 400],
		['one byte too many', new Uint8Array(8193), 413],
		['a megabyte', new Uint8Array(2 ** 20), 413]
	])('an envelope of %s is refused', async (_, body, status) => {
		const owner = await openRoom();
		expect((await new Phone(owner).put(body)).status).toBe(status);
		expect((await owner.envelopes()).envelopes).toEqual([]);
	});

	test('the largest envelope fits', async () => {
		expect((await new Phone(await openRoom()).put(sealed(8192))).status).toBe(204);
	});

	test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
		'an envelope as %s is refused',
		async (type) => {
			const phone = new Phone(await openRoom());
			const answer = await phone.ask({ method: 'PUT', body: sealed(), headers: { 'Content-Type': type } });
			expect([400, 415]).toContain(answer.status);
		}
	);

	test.each(['{', '{}', '[1]', 'null', '[{"slot":"x"}]', `[${'1,'.repeat(500)}1]`, '{"__proto__":{"length":1}}'])(
		'acknowledgements that are none (%s) are refused',
		async (body) => {
			const owner = await openRoom();
			expect((await owner.ask('/acknowledgements', { method: 'POST', body })).status).toBe(400);
		}
	);

	test.each(['-1', '1.5', 'x', '1e999', '9007199254740993', '', '0&after=1'])(
		'after=%s is no number of an envelope',
		async (after) => {
			const owner = await openRoom();
			expect([200, 400]).toContain((await owner.ask(`/envelopes?after=${after}`)).status);
			expect((await owner.ask('/envelopes?after=-1')).status).toBe(400);
		}
	);

	test.each([
		'v1/rooms/..%2f..%2fetc%2fpasswd',
		'v1/rooms/%00',
		'v1/rooms/' + 'A'.repeat(22),
		'v1/rooms/' + 'A'.repeat(300),
		'v1/rooms/%E0%A4%A',
		'v1/rooms/__proto__/envelopes',
		'v1/rooms//envelopes',
		'v1/../../../etc/passwd',
		'V1',
		'v2',
		'',
		'metrics/x'
	])('the path %s leads nowhere', async (path) => {
		const { secret } = new Owner(hosted.site);
		const answer = await ask(hosted.site, path, { secret });
		expect([400, 401, 404, 414]).toContain(answer.status);
		expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|Error|stack/);
	});

	test('a body that comes drop by drop is let go, and so is a header', async () => {
		const impatient = await host({ slowest: 100 });
		const owner = new Owner(impatient.site);
		const phone = new Phone(owner);
		const head = [
			`PUT /letterbox/v1/rooms/${owner.room}/slots/${phone.slot} HTTP/1.1`,
			...['Host: x', `Authorization: Bearer ${phone.secret}`, 'Content-Type: application/octet-stream']
		];
		const dripping = [[...head, 'Content-Length: 593', '', 'abc'].join('\r\n'), head.slice(0, 2).join('\r\n')];
		for (const answer of await Promise.all(dripping.map((text) => sendAndHold(impatient.site, text))))
			expect(answer).toMatch(/^(HTTP\/1.1 408 .*)?$/s);
		await impatient.close();
	});
});

/** Sends this and holds the line. @returns what came until the letterbox ended it */
function sendAndHold(site: string, text: string): Promise<string> {
	return new Promise((resolve) => {
		let got = '';
		const socket = connect(Number(new URL(site).port), '127.0.0.1', () => socket.write(text));
		socket.on('data', (data) => (got += String(data)));
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(got));
	});
}

test('numbers are for this machine alone, and name nobody', async () => {
	const owner = await openRoom();
	const phone = new Phone(owner);
	await phone.put(sealed());
	const { status, body } = await ask(hosted.site, 'metrics');
	expect(status).toBe(200);
	expect(body).toMatch(/^(letterbox_\w+ \d+\n)+$/);
	for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
		expect((await ask(hosted.site, 'metrics', { headers: { [name]: '127.0.0.1' } })).status).toBe(404);
	expect(told(await ask(hosted.site, 'health'))).toEqual([200, 'ok']);
});
