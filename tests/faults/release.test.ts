import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serve } from '../../.tools/serve/serve.mjs';
import source from '../../hosting/headers.json' with { type: 'json' };

interface Bill {
	components: { name: string; version: string; purl: string }[];
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const name = `samenwerkingsmeter-${version}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The zip that the command makes, and what it says of it. */
function makeRelease(timeZone: string): { zip: Uint8Array; said: string } {
	const env = { ...process.env, TZ: timeZone };
	const said = execFileSync('node', ['.tools/release/release.mjs'], { encoding: 'utf8', env });
	return { zip: new Uint8Array(readFileSync(`release/${name}.zip`)), said };
}

test('a release is the same bytes wherever it is made, holds what it says, and works from a sub-folder', async ({
	page
}) => {
	// Two builds.
	test.setTimeout(300_000);
	const { zip, said } = makeRelease('Europe/Brussels');
	expect(said).toContain(`SHA-256 ${sha256(zip)}`);
	expect(sha256(makeRelease('America/New_York').zip)).toBe(sha256(zip));

	const files = new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.replace(`${name}/`, ''), bytes]));
	const text = (path: string) => new TextDecoder().decode(files.get(path));

	const sums = Object.fromEntries(
		text('checksums.txt')
			.trimEnd()
			.split('\n')
			.map((line) => line.split('  ').reverse())
	) as Record<string, string>;
	expect(Object.keys(sums)).toEqual([...files.keys()].filter((path) => path !== 'checksums.txt'));
	for (const [path, sum] of Object.entries(sums)) expect(sha256(files.get(path) ?? new Uint8Array()), path).toBe(sum);

	const { components } = JSON.parse(text('sbom.cdx.json')) as Bill;
	expect(components.map((part) => part.name)).toEqual(expect.arrayContaining(['svelte', 'zod', 'idb', 'pdfkit']));
	expect(components.map((part) => part.name)).not.toContain('vitest');
	for (const part of components) expect(text('LICENTIES.txt')).toContain(`\n${part.name}@${part.version} (`);
	const server = JSON.parse(text('hosting/letterbox/sbom.cdx.json')) as Bill;
	expect(server.components.map((part) => part.name)).toEqual(
		expect.arrayContaining(['fastify', 'lmdb', 'find-my-way'])
	);
	expect(text('INSTALLEREN.md')).toContain(`Samenwerkingsmeter ${version}`);
	for (const path of files.keys()) {
		if (path.startsWith('site/')) expect(source.types).toHaveProperty([/\.\w+$/.exec(path)?.[0] ?? path]);
	}

	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-'));
	for (const [path, bytes] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	const { url, close } = await serve({ port: 0, base: '/diensten/meter', folder: join(folder, 'site') });
	try {
		await page.goto(url);
		await expect(page.getByText('De hele app werkt op dit toestel ook zonder internet.')).toBeVisible({
			timeout: 60_000
		});
		await expect(page.getByText(`Samenwerkingsmeter ${version}`)).toBeVisible();
		await page.getByRole('link', { name: 'Uitleg' }).click();
		await page.getByRole('link', { name: 'hun licenties' }).click();
		await expect(page.getByText('De Samenwerkingsmeter bevat delen van deze pakketten')).toBeVisible();
	} finally {
		await close();
		rmSync(folder, { recursive: true, force: true });
	}
});
