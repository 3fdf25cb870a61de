// Who may import whom: the table of docs/architecture.md, enforced for static and dynamic imports alike.
const rooms = {
	domain: { rooms: ['domain'], packages: ['zod'] },
	content: {
		rooms: ['domain', 'content'],
		packages: ['virtual:(published-questionnaires|statements)'],
		questions: true
	},
	storage: { rooms: ['domain', 'storage'], packages: ['idb'] },
	exchange: {
		rooms: ['domain', 'exchange'],
		packages: ['lean-qr', '@nuintun/qrcode', 'write-excel-file', 'age-encryption']
	},
	design: { rooms: ['design'], packages: [] },
	charts: { rooms: ['domain', 'design', 'charts'], packages: ['svelte', 'chart\\.js'] },
	report: {
		rooms: ['domain', 'design', 'report'],
		packages: [
			'\\$lib/charts/(chart|marks/[a-z-]+|[a-z-]+/[a-z-]+-(data|geometry))',
			'pdfkit',
			'bidi-js',
			'@fontsource/(atkinson-hyperlegible-next|noto-[a-z0-9-]+)/files'
		]
	},
	state: { rooms: ['domain', 'content', 'storage', 'exchange', 'state'], packages: ['svelte'] },
	ui: { rooms: ['domain', 'design', 'ui'], packages: ['svelte'] }
};
/** What the service worker decides: it is built apart, without the names of the other rooms. */
const offline = { rooms: [], packages: ['\\$lib/domain/text/bytes-as-text'] };
const worker = { rooms: [], packages: ['\\$service-worker'], own: '\\./offline/' };
const pages = {
	rooms: ['domain', 'content', 'charts', 'exchange', 'report', 'state', 'ui', 'design'],
	packages: ['svelte', '\\$app', 'virtual:design-tokens\\.css'],
	own: '\\.\\.?/'
};

/** A pattern for every import path that the room may NOT use. */
function forbidden({ rooms, packages, own = '\\./', questions = false }) {
	const allowed = [
		own,
		...rooms.map((room) => `\\$lib/${room}/`),
		...packages.map((name) => `${name}(/|$)`),
		...(questions ? ['/questions/'] : [])
	];
	return `^(?!${allowed.join('|')})`;
}

/**
 * What makes figures of answers. Only these files use it, each with what storage/records/for-figures.ts gave: so a new
 * screen cannot forget to ask whether figures may show (decision 19). The last one is a participant's own picture.
 */
const FIGURE_MAKERS = [
	{ name: '$lib/domain/scoring/scoring', importNames: ['computeFigures', 'computeFiguresOver'] },
	{ name: '$lib/domain/scoring/group-scoring', importNames: ['computeGroupFigures'] },
	{ name: '$lib/domain/scoring/anonymity', importNames: ['computeAnonymousFigures'] },
	{ name: '$lib/domain/scoring/trend-figures', importNames: ['computeTrendFigures'] },
	{ name: '$lib/domain/comparing/comparison', importNames: ['computeComparison'] }
].map((one) => ({
	...one,
	message: 'Figures come from state/results/answered-measurement.ts or summaries.ts (see docs/architecture.md).'
}));
const MAY_MAKE_FIGURES = [
	'src/lib/state/results/result.ts',
	'src/lib/state/results/comparison.ts',
	'src/lib/state/results/previous.ts',
	'src/lib/state/lists/summaries.ts',
	'src/routes/meedoen/own-picture.ts'
];

function rule(name, files, room, paths = []) {
	const regex = forbidden(room);
	return {
		files,
		rules: {
			'no-restricted-imports': [
				'error',
				{ paths, patterns: [{ regex, message: `${name} may not import this (see docs/architecture.md).` }] }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
					message: `${name} may not import this (see docs/architecture.md).`
				}
			]
		}
	};
}

export const roomRules = [
	...Object.entries(rooms).map(([name, room]) =>
		rule(name, [`src/lib/${name}/**`], room, name === 'domain' ? [] : FIGURE_MAKERS)
	),
	rule('The offline room', ['src/offline/**'], offline),
	rule('The service worker', ['src/service-worker.ts'], worker),
	rule('A page', ['src/routes/**'], pages, FIGURE_MAKERS),
	rule(
		'state',
		MAY_MAKE_FIGURES.filter((file) => file.startsWith('src/lib/')),
		rooms.state
	),
	rule(
		'A page',
		MAY_MAKE_FIGURES.filter((file) => file.startsWith('src/routes/')),
		pages
	),
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
