import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Which packages the last build took something of, as 'name@version': for the bill of materials of a release. */
export const bundledList = `${root}.svelte-kit/bundled-packages.json`;

/** Adds licenties.txt to the site: every package that the site holds something of, with its licence. */
export function bundledLicences() {
	return {
		name: 'bundled-licences',
		apply: 'build',
		generateBundle(options, bundle) {
			if (this.environment.name !== 'client') return;
			const folders = [...new Set(Object.values(bundle).flatMap(sourcesOf).flatMap(packageFolder))];
			const packages = folders.map(readPackage).sort((a, b) => (a.id < b.id ? -1 : 1));
			this.emitFile({ type: 'asset', fileName: 'licenties.txt', source: licencesText(packages) });
			mkdirSync(dirname(bundledList), { recursive: true });
			writeFileSync(bundledList, JSON.stringify(packages.map(({ id }) => id)));
		}
	};
}

/** The files that something in the build was made of; what was left out of the build does not count. */
function sourcesOf(file) {
	if (file.type === 'asset') return file.originalFileNames;
	return Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
		renderedLength > 0 || id.endsWith('.css') ? [id] : []
	);
}

function packageFolder(path) {
	const [, folder] = /^(?:\0)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
	return folder === undefined ? [] : [folder.startsWith('/') ? folder : `${root}${folder}`];
}

function readPackage(folder) {
	const {
		name,
		version,
		license = 'zie de tekst',
		homepage = name
	} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
	const texts = readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|ofl)/i.test(file))
		.sort()
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
	return {
		id: `${name}@${version}`,
		license,
		text: texts.join('\n\n') || `Het pakket bevat zelf geen licentietekst. Zie ${homepage}.`
	};
}

function licencesText(packages) {
	const line = '-'.repeat(80);
	return [
		'De Samenwerkingsmeter bevat delen van deze pakketten, elk met zijn eigen licentie.',
		...packages.map(({ id, license, text }) => [line, `${id} (${license})`, text].join('\n\n'))
	]
		.join('\n\n')
		.replaceAll('\r\n', '\n')
		.concat('\n');
}
