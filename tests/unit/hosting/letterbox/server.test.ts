import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settingsFrom } from '../../../../hosting/letterbox/settings.mjs';
import { Owner, Phone, sealed } from '../../../builders/letterbox/clients';
import { ServerProcess } from '../../../faults/letterbox/server-process';

const folder = mkdtempSync(join(tmpdir(), 'letterbox-server-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('asked to stop, it ends streams with when to come back, finishes what is under way, and keeps it', async () => {
	const server = new ServerProcess(folder);
	await server.start();
	const owner = new Owner(server.site);
	await owner.open();
	const stream = await owner.stream(0, new AbortController().signal);
	const [fast, slow] = [new Phone(owner), new Phone(owner)];
	await fast.put(sealed());

	// Half of an envelope is on its way while it is asked to stop.
	const envelope = sealed();
	const half = await startPut(server.site, owner.room, slow, envelope);
	const stopped = server.stop();
	expect(await new Response(stream.body).text()).toMatch(/event: envelope\n[^]*\n\nretry: [1-5]\d{3}\n\n$/);
	expect(await half.finish()).toMatch(/^HTTP\/1.1 204 /);
	expect(await stopped).toBe(0);

	await server.start();
	const { envelopes } = await owner.envelopes();
	expect(envelopes.map(({ slot }) => slot)).toEqual([fast.slot, slow.slot]);
	expect(await server.stop()).toBe(0);
});

/** Sends all of a request but its last byte. */
function startPut(site: string, room: string, phone: Phone, envelope: Buffer) {
	const head = [
		`PUT /letterbox/v1/rooms/${room}/slots/${phone.slot} HTTP/1.1`,
		...['Host: x', `Authorization: Bearer ${phone.secret}`, 'Content-Type: application/octet-stream'],
		...[`Content-Length: ${envelope.length}`, 'Expect: 100-continue', '', '']
	].join('\r\n');
	return new Promise<{ finish: () => Promise<string> }>((resolve) => {
		let got = '';
		const socket = connect(Number(new URL(site).port), '127.0.0.1', () => socket.write(head));
		const ended = new Promise<string>((done) =>
			socket.on('close', () => done(got.replace(/^HTTP\/1.1 100 Continue\r\n\r\n/, '')))
		);
		const finish = () => {
			socket.end(envelope.subarray(-1));
			return ended;
		};
		socket.on('data', (data) => {
			// It has begun with this request once it asks for the body.
			if (got === '') socket.write(envelope.subarray(0, -1), () => resolve({ finish }));
			got += String(data);
		});
	});
}

test('settings come from the environment, and a wrong one is named', () => {
	expect(settingsFrom({})).toMatchObject({
		store: 'embedded',
		host: '127.0.0.1',
		port: 4174,
		folder: 'letterbox-data',
		word: '',
		behindProxy: false,
		roomsAnHour: 60,
		megabytes: 2000
	});
	expect(settingsFrom({ LETTERBOX_WORD: 'kastanje', LETTERBOX_BEHIND_PROXY: '1', LETTERBOX_PORT: '' })).toMatchObject({
		word: 'kastanje',
		behindProxy: true,
		port: 4174
	});
	expect(() => settingsFrom({ LETTERBOX_MEGABYTES: '2 GB' })).toThrow(/LETTERBOX_MEGABYTES is "2 GB"/);
});
