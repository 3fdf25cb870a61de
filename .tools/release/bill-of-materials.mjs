import { readFileSync } from 'node:fs';
import { bundledList } from '../build/bundled-packages.mjs';
import { output, root } from '../install.mjs';

/** What npm says of packages, as CycloneDX JSON: without its time, serial number and version, that always differ. */

/** Of the packages that the built site holds something of. */
export function billOfMaterials() {
	const bundled = new Set(JSON.parse(readFileSync(bundledList, 'utf8')));
	const made = madeByNpm([]);
	const components = made.components.filter((part) => bundled.has(part['bom-ref']) && !isForBuilding(part));
	const missing = [...bundled].filter((id) => !components.some((part) => part['bom-ref'] === id));
	if (missing.length > 0)
		throw new Error(`In the site, but not under "dependencies" of package.json: ${missing.join(', ')}`);
	const app = made.metadata.component['bom-ref'];
	const dependencies = made.dependencies
		.filter(({ ref }) => ref === app || bundled.has(ref))
		.map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((id) => bundled.has(id)) }));
	return written({ ...made, components, dependencies });
}

/** Of the letterbox, with the packages that its host has npm fetch. */
export function billOfLetterbox() {
	return written(madeByNpm(['--omit=dev', '--package-lock-only'], `${root}hosting/letterbox`));
}

function madeByNpm(more, folder = root) {
	const asked = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', ...more];
	return JSON.parse(output('npm', asked, folder));
}

function written({ $schema, bomFormat, specVersion, metadata: { component }, components, dependencies }) {
	const [name] = component['bom-ref'].split('@');
	const bill = {
		...{ $schema, bomFormat, specVersion, version: 1 },
		metadata: { component: { ...component, name } },
		components,
		dependencies
	};
	return `${JSON.stringify(bill, null, '\t')}\n`;
}

function isForBuilding({ properties = [] }) {
	return properties.some(({ name }) => name === 'cdx:npm:package:development');
}
