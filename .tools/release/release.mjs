// npm run release: builds, and makes release/samenwerkingsmeter-<version>.zip for whoever hosts the app. The same
// commit gives the same bytes: files in order of their name, all with the date of the commit.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { installPackages, output, root, run } from '../install.mjs';

installPackages();
run('npx', ['vite', 'build', '--logLevel', 'warn']);
const { zipSync } = await import('fflate');
const { billOfLetterbox, billOfMaterials } = await import('./bill-of-materials.mjs');

const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const release = `${name}-${version}`;

/** Paths below the folder, '/' between the parts; without packages, which hosts install themselves. */
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !/(^|\/)(node_modules|letterbox-data)\//.test(path) && statSync(`${folder}/${path}`).isFile());
}

function contentOf(folder, as) {
	return filesBelow(`${root}${folder}`).map((path) => [`${as}/${path}`, readFileSync(`${root}${folder}/${path}`)]);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const byName = ([one], [other]) => (one < other ? -1 : 1);
const guide = readFileSync(`${root}hosting/INSTALLEREN.md`, 'utf8').replaceAll('{version}', version);

const files = [
	...contentOf('build', 'site'),
	...contentOf('hosting', 'hosting').filter(([path]) => path !== 'hosting/INSTALLEREN.md'),
	['INSTALLEREN.md', Buffer.from(guide)],
	['LICENTIES.txt', readFileSync(`${root}build/licenties.txt`)],
	['hosting/letterbox/sbom.cdx.json', Buffer.from(billOfLetterbox())],
	['sbom.cdx.json', Buffer.from(billOfMaterials())]
].sort(byName);
const checksums = files.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
const all = [...files, ['checksums.txt', Buffer.from(checksums)]].sort(byName);

const zip = zipSync(Object.fromEntries(all.map(([path, bytes]) => [`${release}/${path}`, bytes])), {
	level: 9,
	mtime: commitDate()
});
mkdirSync(`${root}release`, { recursive: true });
writeFileSync(`${root}release/${release}.zip`, zip);
console.log(
	`\nrelease/${release}.zip, ${Math.round(zip.length / 1024)} kB, ${all.length} files\nSHA-256 ${sha256(zip)}`
);

/**
 * A zip has no time zone: this date reads the same everywhere. It differs between releases on purpose: web servers
 * recognise a file by its date and size, and index.html is as long in each.
 */
function commitDate() {
	const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? output('git', ['log', '-1', '--format=%ct']));
	const utc = new Date(seconds * 1000);
	return new Date(
		utc.getUTCFullYear(),
		utc.getUTCMonth(),
		utc.getUTCDate(),
		utc.getUTCHours(),
		utc.getUTCMinutes(),
		utc.getUTCSeconds()
	);
}
