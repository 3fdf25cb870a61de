import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Owner, Phone, sealed } from '../../builders/letterbox/clients';
import { print } from '../counts';
import { ServerProcess } from './server-process';

const MEGABYTES = 3;

test('a full disk: refused as full, nothing half written, all that was taken is there, and closing a room makes place', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'letterbox-disk-'));
	const mounted = mount(folder);
	test.skip(!mounted, 'mounting a tmpfs is not allowed here (it takes root)');
	const server = new ServerProcess(join(folder, 'data'));
	try {
		await server.start();
		const [owner, other] = [new Owner(server.site), new Owner(server.site)];
		await owner.open();
		await other.open();
		const first = await fill(owner);
		const second = await fill(other);
		expect(first.refused + second.refused).toBeGreaterThan(0);
		const before = (await contents(owner)).length + (await contents(other)).length;
		const lost = first.taken.length + second.taken.length - before;
		expect([await contents(owner), await contents(other)]).toEqual([first.taken, second.taken]);

		// Killed and started on the full disk: all is there, and it says that it lives.
		await server.kill();
		await server.start();
		expect(await contents(owner)).toEqual(first.taken);
		expect((await owner.close()).status).toBe(204);
		const again = await fill(other, 50);
		print(test.info(), {
			'disk (MB)': MEGABYTES,
			'taken before it was full': before,
			'refused as full': first.refused + second.refused,
			lost,
			'taken after one room closed': again.taken.length
		});
		expect(again.taken.length).toBeGreaterThan(25);
		expect(await contents(other)).toEqual([...second.taken, ...again.taken]);
		expect(await server.stop()).toBe(0);
	} finally {
		await server.kill();
		execFileSync('umount', ['-l', folder]);
		rmSync(folder, { recursive: true, force: true });
	}
});

function mount(folder: string): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'letterbox', folder], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Puts envelopes, one by one, in slots of their own. @returns those that were taken, as the laptop sees them */
async function fill(owner: Owner, most = 300): Promise<{ taken: string[]; refused: number }> {
	const taken: string[] = [];
	let refused = 0;
	for (let n = 0; n < most; n += 1) {
		const envelope = sealed(7249);
		const { status } = await new Phone(owner).put(envelope);
		if (status === 204) taken.push(envelope.toString('base64url'));
		else refused += 1;
		expect([204, 507]).toContain(status);
	}
	return { taken, refused };
}

async function contents(owner: Owner): Promise<string[]> {
	const all: string[] = [];
	for (let last = 0, more = true; more;) {
		const page = await owner.envelopes(last);
		all.push(...page.envelopes.map(({ envelope }) => envelope));
		last = page.envelopes.at(-1)?.number ?? last;
		more = page.more;
	}
	return all;
}
