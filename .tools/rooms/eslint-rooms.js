import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import { outside, rooms, roomsIn } from './rooms.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of each room; those within another come first, since the first that fits counts. */
const folders = Object.entries({
	...Object.fromEntries(Object.entries(rooms).map(([name, room]) => [`src/lib/${name}`, room])),
	...outside
}).sort(([one], [other]) => other.length - one.length);

/** Drawn by Svelte or Chart.js: for the screen only, while a report takes data and geometry. */
const purePictures = { category: 'on-screen', pattern: ['**/*.svelte', '**/radar-chart.ts', '**/load-radar.ts'] };

const arrows = folders.map(([folder, { may, packages = [] }]) => ({
	from: { element: { type: folder } },
	allow: [
		{ to: { element: { types: { anyOf: [folder, ...roomsIn(may).map((name) => `src/lib/${name}`)] } } } },
		...packages.map((source) => ({ dependency: { source } }))
	]
}));

/**
 * What makes figures of answers. Only these files use it, each with what storage/records/for-figures.ts gave: so a new
 * screen cannot forget to ask whether figures may show (decision 19). The last one is a participant's own picture.
 */
const FIGURE_MAKERS = [
	{ name: '$lib/domain/scoring/scoring', importNames: ['computeFigures', 'computeFiguresOver'] },
	{ name: '$lib/domain/scoring/group-scoring', importNames: ['computeGroupFigures'] },
	{ name: '$lib/domain/scoring/anonymity', importNames: ['computeAnonymousFigures'] },
	{ name: '$lib/domain/scoring/trend-figures', importNames: ['computeTrendFigures'] },
	{ name: '$lib/domain/scoring/topic-figures', importNames: ['computeTopicFigures'] },
	{ name: '$lib/domain/scoring/uniform-sheets', importNames: ['computeUniformSheets'] },
	{ name: '$lib/domain/comparing/comparison', importNames: ['computeComparison'] }
].map((one) => ({
	...one,
	message: 'Figures come from state/results/answered-measurement.ts or summaries.ts (see docs/architecture.md).'
}));
const MAY_MAKE_FIGURES = [
	'src/lib/state/results/measured-figures.ts',
	'src/lib/state/results/comparison.ts',
	'src/lib/state/results/previous.ts',
	'src/lib/state/lists/summaries.ts',
	'src/routes/meedoen/own-picture.ts'
];

const arrowsOfRooms = {
	files: ['src/lib/**', 'src/routes/**', 'src/offline/**'],
	plugins: { boundaries },
	settings: {
		'import/resolver': {
			typescript: { project: `${root}tsconfig.json`, extensions: ['.ts', '.svelte.ts', '.svelte', '.js'] }
		},
		'boundaries/root-path': root,
		'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
		'boundaries/elements': folders.map(([folder]) => ({ type: folder, pattern: folder })),
		'boundaries/files': [purePictures]
	},
	rules: {
		'boundaries/dependencies': [
			'error',
			{
				default: 'disallow',
				checkAllOrigins: true,
				checkUnknownLocals: true,
				message: '{{ from.element.type }} may not import {{ dependency.source }} (see .tools/rooms/rooms.js).',
				policies: [
					...arrows,
					{
						from: { element: { type: 'src/lib/report/**' } },
						disallow: { to: { file: { categories: purePictures.category } } }
					}
				]
			}
		]
	}
};

const ofStorage = (name) => ({ name, message: 'Only src/lib/storage names the database.' });

export const roomRules = [
	arrowsOfRooms,
	{
		files: ['src/lib/**', 'src/routes/**'],
		ignores: ['src/lib/domain/**', ...MAY_MAKE_FIGURES],
		rules: { 'no-restricted-imports': ['error', { paths: FIGURE_MAKERS }] }
	},
	{
		files: ['src/service-worker.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '^(?!\\.\u002Foffline\u002F|\\$service-worker$)', message: 'The service worker stands alone.' }
					]
				}
			]
		}
	},
	{
		files: ['src/**'],
		ignores: ['src/lib/storage/**', 'src/lib/domain/**'],
		rules: {
			'no-restricted-globals': ['error', ...['indexedDB', 'IDBKeyRange', 'IDBDatabase'].map(ofStorage)]
		}
	},
	{
		files: ['src/lib/domain/**'],
		rules: {
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'navigator',
				'crypto',
				'Date',
				'localStorage',
				'indexedDB'
			],
			'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is passed in.' }]
		}
	}
];
