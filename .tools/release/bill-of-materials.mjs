import { readFileSync } from 'node:fs';
import { bundledList } from '../build/bundled-packages.mjs';
import { output } from '../install.mjs';

/**
 * What npm says of the packages that the built site holds something of, as CycloneDX JSON. Without npm's time, serial
 * number and own version: they would make each release differ.
 */
export function billOfMaterials() {
	const bundled = new Set(JSON.parse(readFileSync(bundledList, 'utf8')));
	const made = JSON.parse(output('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']));
	const { component } = made.metadata;
	const app = component['bom-ref'];
	const [name] = app.split('@');
	const components = made.components.filter((part) => bundled.has(part['bom-ref']) && !isForBuilding(part));
	const missing = [...bundled].filter((id) => !components.some((part) => part['bom-ref'] === id));
	if (missing.length > 0)
		throw new Error(`In the site, but not under "dependencies" of package.json: ${missing.join(', ')}`);
	const dependencies = made.dependencies
		.filter(({ ref }) => ref === app || bundled.has(ref))
		.map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((id) => bundled.has(id)) }));
	return `${JSON.stringify(
		{
			$schema: made.$schema,
			bomFormat: made.bomFormat,
			specVersion: made.specVersion,
			version: 1,
			metadata: { component: { ...component, name } },
			components,
			dependencies
		},
		null,
		'\t'
	)}\n`;
}

function isForBuilding({ properties = [] }) {
	return properties.some(({ name }) => name === 'cdx:npm:package:development');
}
