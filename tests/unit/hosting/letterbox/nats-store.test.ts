import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { NatsStore } from '../../../../hosting/letterbox/store/nats.mjs';
import { Owner, Phone, receipt, sealed } from '../../../builders/letterbox/clients';
import { hasNats, NatsServers } from '../../../builders/letterbox/nats-servers';
import { host } from './host';
import { holdToContract } from './store-contract';

let servers: NatsServers;
let buckets = 0;
const open = (bucket: string, most?: number) =>
	NatsStore.open({
		settings: { servers: servers.addresses, bucket, replicas: 1, credentials: '', user: '', password: '', ca: '' },
		...(most ? { most } : {})
	});
const newBucket = () => `b${(buckets += 1)}`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe.skipIf(!hasNats)('on a nats-server', () => {
	beforeAll(async () => {
		servers = await NatsServers.start();
	});
	afterAll(() => servers.stop());

	holdToContract('a store in NATS', (most) => open(newBucket(), most));

	test('what one server of several writes and removes, the others see and hear of', async () => {
		const bucket = newBucket();
		const [one, other] = await Promise.all([open(bucket), open(bucket)]);
		let told = 0;
		other.watch('s.', () => (told += 1));
		const first = await one.put('s.a', bytes('1'));
		expect(await other.list('s.')).toEqual([{ key: 's.a', revision: first }]);
		expect(await one.remove('s.a')).toBe(true);
		expect(await other.list('s.')).toEqual([]);
		expect(await other.put('s.a', bytes('2'), 0)).toBeGreaterThan(first ?? 0);
		expect(new TextDecoder().decode((await one.get('s.a'))?.value)).toBe('2');
		await vi.waitFor(() => expect(told).toBe(3));
		await Promise.all([one.close(), other.close()]);
	});

	test('of several servers that remove the same at once, exactly one did', async () => {
		const bucket = newBucket();
		const [one, other] = await Promise.all([open(bucket), open(bucket)]);
		const revision = await one.put('s.a', bytes('1'));
		const removals = [one, other, one, other].map((store) => store.remove('s.a', revision));
		expect((await Promise.all(removals)).filter((isRemoved) => isRemoved)).toHaveLength(1);
		await Promise.all([one.close(), other.close()]);
	});

	test('a server that starts later finds what is there, and not what was removed last', async () => {
		const bucket = newBucket();
		const before = await open(bucket);
		await before.put('s.a', bytes('1'));
		await before.put('s.b', bytes('1'));
		await before.remove('s.b');
		const after = await open(bucket);
		expect((await after.list('s.')).map(({ key }) => key)).toEqual(['s.a']);
		expect(after.usage()).toEqual(before.usage());
		await Promise.all([before.close(), after.close()]);
	});

	test('a phone that sends by one letterbox reaches a laptop that reads by another, and hears that it did', async () => {
		const bucket = newBucket();
		const stores = await Promise.all([open(bucket), open(bucket)]);
		const hosts = await Promise.all(stores.map((store) => host({ store })));
		const [laptop, phones] = hosts.map(({ site }) => site);
		const owner = new Owner(laptop ?? '');
		expect((await owner.open()).status).toBe(201);
		const phone = new Phone({ site: phones ?? '', room: owner.room });
		const envelope = sealed();
		expect((await phone.put(envelope)).status).toBe(204);
		const { envelopes } = await owner.envelopes();
		expect(envelopes.map(({ slot }) => slot)).toEqual([phone.slot]);
		expect((await owner.acknowledge([receipt(phone, envelope)])).status).toBe(204);
		expect((await phone.look()).body).toMatchObject({ acknowledgement: expect.any(String) });
		expect((await owner.close()).status).toBe(204);
		expect((await phone.look()).status).toBe(404);
		await Promise.all(hosts.map(({ close }) => close()));
		await Promise.all(stores.map((store) => store.close()));
	});
});
