// Whether the oldest browsers of browsers.json can read what was built: the words of the language, and what they must
// know of objects and styles. What a file asks for before it uses it, is allowed here by name.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { walk } from 'estree-walker';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = `${root}build/`;
/**
 * Chrome 111, Firefox 121 and Safari 16.4 read ES2022 whole; ES2023 added no words but a first line that no site has.
 */
const LANGUAGE = 2023;
/** The script that speaks when nothing else is understood. */
const OLDEST_LANGUAGE = 5;

/** What not all of these browsers have. A star stands for any object: of these names no other thing has one. */
const TOO_NEW = new Set([
	'Array.fromAsync',
	'Promise.withResolvers',
	'Promise.try',
	'Object.groupBy',
	'Map.groupBy',
	'URL.canParse',
	'URL.parse',
	'RegExp.escape',
	'Error.isError',
	'Math.sumPrecise',
	'Math.f16round',
	'AbortSignal.any',
	'Iterator.from',
	'Intl.Segmenter',
	'Intl.DurationFormat',
	'Atomics.waitAsync',
	'Uint8Array.fromBase64',
	'Uint8Array.fromHex',
	'ReadableStream.from',
	'Document.parseHTMLUnsafe',
	'*.toBase64',
	'*.toHex',
	'*.setFromBase64',
	'*.isSubsetOf',
	'*.isSupersetOf',
	'*.isDisjointFrom',
	'*.symmetricDifference',
	'*.getOrInsert',
	'*.getOrInsertComputed',
	'*.checkVisibility',
	'*.showPopover',
	'*.togglePopover',
	'*.hidePopover',
	'*.startViewTransition',
	'*.moveBefore',
	'*.setHTMLUnsafe',
	'*.requestIdleCallback',
	'*.createWritable',
	'*.showSaveFilePicker',
	'*.showOpenFilePicker',
	'requestIdleCallback',
	'Float16Array',
	'Temporal',
	'CloseWatcher',
	'BarcodeDetector',
	'scheduler'
]);

const TOO_NEW_STYLES = ['@scope', '@starting-style', '@property', '@position-try', 'light-dark(', 'style(', 'if('];

/** Never reached where it is not there; what a script asks for by «typeof» it may use anyway. */
const ALLOWED = new Set([
	// Of a file that showSaveFilePicker gave, which only some browsers have.
	'*.createWritable',
	// SvelteKit reads it, and does nothing with it.
	'Uint8Array.fromBase64'
]);

/**
 * @param {string} code a module, or a script
 * @returns {string[]} the words and names in it that not all of these browsers know
 */
export function tooNewInScript(code, { language = LANGUAGE, sourceType = 'module' } = {}) {
	let tree;
	try {
		tree = parse(code, { ecmaVersion: language, sourceType, allowAwaitOutsideFunction: language > OLDEST_LANGUAGE });
	} catch (error) {
		return [
			`a word that ES${language} does not have: ${error.message} near ${code.slice(error.pos - 20, error.pos + 20)}`
		];
	}
	const found = new Set();
	const askedFor = new Set();
	walk(tree, {
		enter(node, parent) {
			if (isName(node, parent)) return;
			const isAsked = parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
			for (const name of namesOf(node)) (isAsked ? askedFor : found).add(name);
		}
	});
	return [...found].filter((name) => TOO_NEW.has(name) && !askedFor.has(name));
}

function namesOf(node) {
	if (node.type === 'Identifier') return [node.name, `*.${node.name}`];
	if (node.type !== 'MemberExpression' || node.computed) return [];
	return [`${node.object.name}.${node.property.name}`, `*.${node.property.name}`, node.property.name];
}

/** Of a property or of something that the code makes itself, not of something that the browser has. */
function isName(node, parent) {
	return (
		(parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
		(parent?.type === 'Property' && parent.key === node) ||
		parent?.type === 'MethodDefinition' ||
		parent?.type === 'PropertyDefinition'
	);
}

/** @param {string} css */
export function tooNewInStyle(css) {
	return TOO_NEW_STYLES.filter((word) => css.includes(word));
}

/** @returns {[string, string][]} of each file, or part of a page, what it asks too much */
function checkSite() {
	const paths = readdirSync(site, { recursive: true, encoding: 'utf8' });
	return paths.flatMap((path) => {
		if (!/\.(js|css|html)$/.test(path)) return [];
		const text = readFileSync(site + path, 'utf8');
		return checkFile(path, text).map((what) => [path, what]);
	});
}

function checkFile(path, text) {
	if (path.endsWith('.js'))
		return tooNewInScript(text, { sourceType: path.endsWith('service-worker.js') ? 'script' : 'module' });
	if (path.endsWith('.css')) return tooNewInStyle(text);
	const scripts = [...text.matchAll(/<script( type="module")?>([^]*?)<\/script>/g)];
	return [
		...scripts.flatMap(([, module, code], index) =>
			module === undefined && index === 0 && path !== '404.html'
				? tooNewInScript(code, { language: OLDEST_LANGUAGE, sourceType: 'script' })
				: tooNewInScript(code, { sourceType: module === undefined ? 'script' : 'module' })
		),
		...[...text.matchAll(/<style>([^]*?)<\/style>/g)].flatMap(([, css]) => tooNewInStyle(css))
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const problems = checkSite().filter(([, what]) => !ALLOWED.has(what));
	for (const [path, what] of problems)
		console.error(`${path} has what an older browser of .tools/checks/browsers.json does not know: ${what}`);
	process.exit(problems.length === 0 ? 0 : 1);
}
