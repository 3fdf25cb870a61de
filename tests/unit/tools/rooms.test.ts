import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { rooms, roomsIn } from '../../../.tools/rooms/rooms.js';

const eslint = new ESLint({ overrideConfig: { rules: { '@typescript-eslint/no-unused-vars': 'off' } } });
const ARROWS = ['boundaries/dependencies', 'no-restricted-imports'];

/** What the lint says of the imports of a text, as if it stood in that file. */
async function arrowsIn(filePath: string, text: string): Promise<string[]> {
	const [found] = await eslint.lintText(text, { filePath });
	return (found?.messages ?? []).filter(({ ruleId }) => ARROWS.includes(ruleId ?? '')).map(({ message }) => message);
}

test.each([
	['by its value', 'src/lib/domain/dates.ts', `import { compareText } from '$lib/domain/text/stable-text';`],
	[
		'for its types',
		'src/lib/domain/text/caret.ts',
		`import type { Measurement } from '$lib/domain/measurement/measurement';`
	],
	['later', 'src/lib/domain/dates.ts', `export const later = () => import('$lib/storage/schema');`],
	['to pass it on', 'src/lib/domain/dates.ts', `export { z } from '$lib/domain/text/field-rules';`],
	['beside it, by a path', 'src/lib/domain/text/caret.ts', `import '../scoring/scoring';`],
	['of a package', 'src/lib/domain/text/caret.ts', `import { openDB } from 'idb';`],
	[
		'in a component',
		'src/lib/ui/showing/Notice.svelte',
		`<script lang="ts">import type { Shape } from '$lib/storage/schema';</script>`
	],
	[
		'on a page',
		'src/routes/+page.svelte',
		`<script lang="ts">import { write } from '$lib/storage/writing/write';</script>`
	],
	[
		'what draws on the screen, for a report',
		'src/lib/report/build-report.ts',
		`import '$lib/charts/overview/radar-chart';`
	],
	['by the service worker', 'src/offline/shelf.ts', `import '$lib/domain/dates';`],
	[
		'what makes figures',
		'src/routes/+page.svelte',
		`<script lang="ts">import { computeFigures } from '$lib/domain/scoring/scoring';</script>`
	]
])('a room is refused what it may not import: %s', async (_, filePath, text) => {
	expect(await arrowsIn(filePath, text)).toHaveLength(1);
});

test.each([
	['of its own room', 'src/lib/domain/text/caret.ts', `import './graphemes';`],
	[
		'of a room below',
		'src/lib/domain/scoring/scoring.ts',
		`import type { A } from '$lib/domain/measurement/measurement';`
	],
	['of a package of its own', 'src/lib/storage/schema.ts', `import type { DBSchema } from 'idb';`],
	['of the framework, on a page', 'src/routes/+page.svelte', `<script>import { page } from '$app/state';</script>`]
])('and not what it may: %s', async (_, filePath, text) => {
	expect(await arrowsIn(filePath, text)).toEqual([]);
});

test('no circle stands in the table of rooms', () => {
	let left = Object.keys(rooms);
	const isFree = (name: string) => !roomsIn(rooms[name]?.may).some((other) => other !== name && left.includes(other));
	while (left.some(isFree)) left = left.filter((name) => !isFree(name));
	expect(left).toEqual([]);
});
