/**
 * The rooms of src and the arrows between them: who may import whom, for static, dynamic and type imports alike. ESLint
 * enforces the arrows (eslint-rooms.js); a test holds that they make no circle. The names are folders in src/lib, but
 * for the last ones; a room may always import its own files.
 *
 * `may`: rooms, as a name, or as `name/*` for a room with all in it. `packages`: what else, as patterns.
 */
const domain = {
	domain: { packages: ['zod'] },
	'domain/language': {},
	'domain/text': { may: ['domain'] },
	'domain/questionnaire': { may: ['domain', 'domain/language', 'domain/text'] },
	'domain/drafting': { may: ['domain', 'domain/language', 'domain/text', 'domain/questionnaire'] },
	'domain/measurement': { may: ['domain', 'domain/language', 'domain/text', 'domain/questionnaire'] },
	'domain/scoring': { may: ['domain', 'domain/text', 'domain/questionnaire', 'domain/measurement'] },
	'domain/comparing': {
		may: ['domain', 'domain/text', 'domain/questionnaire', 'domain/measurement', 'domain/scoring']
	},
	'domain/advice': {
		may: ['domain', 'domain/text', 'domain/questionnaire', 'domain/measurement', 'domain/scoring', 'domain/comparing']
	},
	'domain/intake': { may: ['domain', 'domain/text', 'domain/measurement'] },
	'domain/words': {
		may: [
			'domain',
			'domain/language',
			'domain/text',
			'domain/questionnaire',
			'domain/measurement',
			'domain/scoring',
			'domain/comparing',
			'domain/advice',
			'domain/intake'
		]
	},
	'domain/year-words': { may: ['domain/*'] }
};

const content = {
	content: { may: ['domain/*'], packages: ['virtual:published-questionnaires', 'virtual:statements', '/questions/**'] }
};

const storage = {
	storage: { may: ['domain/*'], packages: ['idb'] },
	'storage/journal': { may: ['domain/*', 'storage'], packages: ['idb'] },
	'storage/outbox': { may: ['domain/*', 'storage'] },
	'storage/connection': { may: ['domain/*', 'storage', 'storage/journal', 'storage/outbox'], packages: ['idb'] },
	'storage/writing': { may: ['domain/*', 'storage', 'storage/journal', 'storage/connection'], packages: ['idb'] },
	'storage/records': { may: ['domain/*', 'storage', 'storage/connection', 'storage/writing'], packages: ['idb'] },
	'storage/settings': { may: ['domain/*', 'storage', 'storage/connection', 'storage/writing', 'storage/records'] },
	'storage/drafts': { may: ['domain/*', 'storage', 'storage/connection', 'storage/writing', 'storage/records'] },
	'storage/bundles': {
		may: [
			'domain/*',
			'storage',
			'storage/journal',
			'storage/connection',
			'storage/writing',
			'storage/records',
			'storage/settings'
		],
		packages: ['idb']
	}
};

const exchange = {
	exchange: { may: ['domain/*'] },
	'exchange/encoding': { may: ['domain/*', 'exchange'] },
	'exchange/json': { may: ['domain/*', 'exchange'] },
	'exchange/schemas': { may: ['domain/*'] },
	'exchange/qr': { packages: ['lean-qr', '@nuintun/qrcode'] },
	'exchange/spreadsheet': { may: ['domain/*', 'exchange/json'], packages: ['write-excel-file/**'] },
	'exchange/questionnaire-sheet': {
		may: ['domain/*', 'exchange', 'exchange/spreadsheet'],
		packages: ['read-excel-file/**', 'fflate']
	},
	'exchange/comparison-sheets': { may: ['domain/*', 'exchange/spreadsheet'] },
	'exchange/figure-table': { may: ['domain/*', 'exchange/spreadsheet'], packages: ['fflate'] },
	'exchange/link': { may: ['domain/*', 'exchange', 'exchange/encoding', 'exchange/json'] },
	'exchange/response': {
		may: ['domain/*', 'exchange', 'exchange/encoding', 'exchange/json', 'exchange/schemas']
	},
	'exchange/files': {
		may: ['domain/*', 'exchange', 'exchange/encoding', 'exchange/json', 'exchange/schemas', 'exchange/response'],
		packages: ['age-encryption']
	}
};

const letterbox = {
	letterbox: {
		may: ['domain/*', 'exchange', 'exchange/encoding', 'exchange/json', 'exchange/response'],
		packages: ['@hpke/common', '@hpke/core']
	}
};

const drawing = ['domain/*', 'design'];
const charts = {
	design: {},
	'charts/marks': { may: drawing, packages: ['svelte/**'] },
	'charts/overview': { may: [...drawing, 'charts/marks'], packages: ['svelte', 'svelte/**', 'chart.js'] },
	'charts/seats': { may: [...drawing, 'charts/marks'], packages: ['svelte', 'svelte/**'] },
	'charts/strips': { may: [...drawing, 'charts/marks'], packages: ['svelte', 'svelte/**'] },
	'charts/over-time': { may: [...drawing, 'charts/marks', 'charts/overview'], packages: ['svelte', 'svelte/**'] },
	'charts/tafel-marks': { may: [...drawing, 'charts/marks'], packages: ['svelte', 'svelte/**'] },
	'charts/tafel-shift': {
		may: [...drawing, 'charts/marks', 'charts/tafel-marks'],
		packages: ['svelte', 'svelte/**']
	},
	'charts/tafel': { may: [...drawing, 'charts/marks', 'charts/tafel-marks'], packages: ['svelte', 'svelte/**'] },
	'charts/svg-file': {
		may: [
			...drawing,
			'charts',
			'charts/marks',
			'charts/overview',
			'charts/over-time',
			'charts/tafel-marks',
			'charts/tafel-shift',
			'charts/tafel'
		]
	},
	charts: {
		may: [
			...drawing,
			'charts/marks',
			'charts/overview',
			'charts/strips',
			'charts/over-time',
			'charts/tafel-marks',
			'charts/tafel-shift',
			'charts/tafel'
		],
		packages: ['svelte', 'svelte/**']
	}
};

/** What a report takes of the charts is their data and geometry: see `purePictures` in eslint-rooms.js. */
const pictures = [
	...drawing,
	'charts',
	'charts/marks',
	'charts/overview',
	'charts/strips',
	'charts/over-time',
	'charts/tafel-marks',
	'charts/tafel-shift',
	'charts/tafel'
];
const report = {
	'report/model': { may: pictures },
	'report/sections': { may: [...pictures, 'report/model'] },
	report: { may: [...pictures, 'report/model', 'report/sections'] },
	'report/office': { packages: ['fflate'] },
	'report/word': {
		may: [...drawing, 'charts/svg-file', 'report/model', 'report/office'],
		packages: ['docx']
	},
	'report/slides': {
		may: [...pictures, 'charts/svg-file', 'report/model', 'report/sections', 'report/office'],
		packages: ['pptxgenjs']
	},
	'report/pdf/setting': {
		may: [...drawing, 'report/model'],
		packages: ['pdfkit', 'bidi-js', '@fontsource/**']
	},
	'report/pdf/figures': { may: [...pictures, 'report/model', 'report/pdf/setting'], packages: ['pdfkit'] },
	'report/pdf': {
		may: [...drawing, 'report', 'report/model', 'report/pdf/setting', 'report/pdf/figures'],
		packages: ['pdfkit']
	}
};

const below = ['domain/*', 'content', 'storage/*', 'exchange/*', 'letterbox'];
const leaves = [...below, 'state', 'state/saving'];
const svelte = ['svelte', 'svelte/**'];
const state = {
	state: { may: below, packages: svelte },
	'state/saving': { may: [...below, 'state'], packages: svelte },
	'state/sending': { may: leaves, packages: svelte },
	'state/questionnaires': { may: leaves, packages: svelte },
	'state/files': { may: [...leaves, 'state/questionnaires'], packages: svelte },
	'state/answering': { may: [...leaves, 'state/questionnaires'], packages: svelte },
	'state/results': { may: [...leaves, 'state/questionnaires'], packages: svelte },
	'state/lists': { may: [...leaves, 'state/questionnaires'], packages: svelte },
	'state/desk': {
		may: [...leaves, 'state/questionnaires', 'state/files', 'state/answering'],
		packages: svelte
	},
	'state/letterbox': { may: [...leaves, 'state/desk'], packages: svelte },
	'state/tab': { may: leaves, packages: svelte }
};

const ui = {
	'ui/pressing': { may: drawing, packages: svelte },
	'ui/views': { may: [...drawing, 'ui/pressing'], packages: svelte },
	'ui/showing': { may: drawing, packages: svelte },
	'ui/tables': { may: drawing, packages: svelte },
	'ui/fields': { may: drawing, packages: svelte },
	'ui/answering': { may: [...drawing, 'ui/fields', 'ui/showing', 'ui/views'], packages: svelte }
};

/** @type {Record<string, { may?: string[], packages?: string[] }>} */
export const rooms = {
	...domain,
	...content,
	...storage,
	...exchange,
	...letterbox,
	...charts,
	...report,
	...state,
	...ui
};

/**
 * Pages, and what runs without them. Pages may use every room but storage.
 * @type {Record<string, { may?: string[], packages?: string[] }>}
 */
export const outside = {
	'src/routes': {
		may: ['domain/*', 'content', 'design', 'charts/*', 'exchange/*', 'report/*', 'state/*', 'ui/*'],
		packages: [...svelte, '$app/**', 'virtual:design-tokens.css', 'virtual:example-tafel', '../app.css']
	},
	'src/offline': {
		may: ['letterbox', 'storage/outbox', 'state/sending'],
		packages: ['$lib/domain/text/bytes-as-text']
	}
};

/** The rooms that a list of `may` names. */
export function roomsIn(may = []) {
	return may.flatMap((name) => {
		if (!name.endsWith('/*')) return [name];
		const whole = name.slice(0, -2);
		return Object.keys(rooms).filter((room) => room === whole || room.startsWith(`${whole}/`));
	});
}
