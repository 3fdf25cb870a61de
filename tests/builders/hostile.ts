import fc from 'fast-check';

/**
 * Hostile changes to a sound file: any of its parts dropped, doubled, renamed, swapped or
 * filled with what nobody writes.
 */

type Path = (string | number)[];

/** Texts that attack: the page, a spreadsheet, the direction of reading, the prototype, the memory. */
const hostileTexts = [
	'"><img src=x onerror="window.__hit=1">',
	'<script>window.__hit=1</script>',
	'javascript:window.__hit=1',
	"=cmd|' /C calc'!A0",
	'\u202Etxt.exe',
	'\u2066\u2067\u2069',
	'\u200F',
	'\u0000',
	'\uD800',
	'\uDFFF en verder',
	'__proto__',
	'constructor',
	'toString',
	'',
	' ',
	'x'.repeat(20_001),
	'0000-01-01',
	'9999-12-31',
	'2026-02-30',
	'9999-12-31T23:59:59.999Z',
	'a'.repeat(32),
	'../../etc/passwd'
];

const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(...hostileTexts),
	fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1, 5, 6, 63, 64, 2.5, 1e21, 2 ** 53, Number.MAX_VALUE),
	fc.constantFrom<unknown>([], {}, [[]], [null], { constructor: 1 }, { length: 5 }),
	fc.string({ unit: 'binary', maxLength: 8 })
);

/** A place in a value, at most so deep; the value itself only when it has no parts. */
function placeIn(root: unknown, at: number, depth: number): Path {
	const path: Path = [];
	let [here, rest] = [root, at];
	while (path.length < depth && typeof here === 'object' && here !== null) {
		const keys = Object.keys(here);
		const key = keys[rest % Math.max(1, keys.length)];
		if (key === undefined) break;
		path.push(Array.isArray(here) ? Number(key) : key);
		here = (here as Container)[key];
		rest = Math.imul(rest, 0x9e3779b1) >>> 1;
	}
	return path;
}

type Container = Record<string | number, unknown>;

function containerAt(root: unknown, path: Path): Container {
	return path.slice(0, -1).reduce<Container>((here, step) => here[step] as Container, root as Container);
}

/** One change to the value itself, given by numbers so that it shrinks. */
interface Change {
	kind: 'drop' | 'double' | 'rename' | 'replace' | 'swap' | 'deepen' | 'add';
	at: number;
	other: number;
	depth: number;
	value: unknown;
}

const changes: fc.Arbitrary<Change> = fc.record({
	kind: fc.constantFrom<Change['kind'][]>('drop', 'double', 'rename', 'replace', 'replace', 'swap', 'deepen', 'add'),
	at: fc.nat(),
	other: fc.nat(),
	depth: fc.integer({ min: 1, max: 9 }),
	value: hostileValues
});

function applyChange(root: unknown, { kind, at, other, depth, value: given }: Change): void {
	const path = placeIn(root, at, depth);
	const second = placeIn(root, other, depth);
	if (path.length === 0 || second.length === 0) return;
	// Another change may go on in it.
	const value: unknown = structuredClone(given);
	const holder = containerAt(root, path);
	const key = path.at(-1) ?? '';
	const isList = Array.isArray(holder);
	if (kind === 'drop' && isList) holder.splice(Number(key), 1);
	else if (kind === 'drop') Reflect.deleteProperty(holder, key);
	else if (kind === 'double' && isList) holder.push(structuredClone(holder[Number(key)]));
	else if (kind === 'rename' && !isList) {
		holder[typeof value === 'string' ? value : 'anders'] = holder[key];
		Reflect.deleteProperty(holder, key);
	} else if (kind === 'swap') holder[key] = structuredClone(containerAt(root, second)[second.at(-1) ?? '']);
	else if (kind === 'deepen') holder[key] = nested(other % 80, holder[key]);
	else if (kind === 'add' && !isList) holder[`veld-${other % 3}`] = value;
	else holder[key] = value;
}

function nested(depth: number, value: unknown): unknown {
	return Array.from({ length: depth }).reduce<unknown>((inner) => [inner], value);
}

/** One change to the text, beyond what a value can hold. */
const textChanges: fc.Arbitrary<(text: string) => string> = fc.oneof(
	fc.nat().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
	fc.tuple(fc.nat(), fc.nat(15)).map(
		([at, bit]) =>
			(text: string) =>
				flipped(text, at % text.length, bit)
	),
	fc.tuple(fc.nat(), fc.constantFrom('"__proto__": {"polluted": true},', '"version": 99,', '"id": 1, "id": 2,')).map(
		([at, added]) =>
			(text: string) =>
				insertedAfter(text, '{', at, added)
	),
	fc.tuple(fc.nat(), fc.constantFrom('1e999', '-1e999', 'NaN', '01', '9'.repeat(400))).map(
		([at, number]) =>
			(text: string) =>
				replacedNumber(text, at, number)
	),
	fc
		.tuple(fc.nat(), fc.constantFrom('\\ud83d', '\\u202e', '\\u0000', '\u2066', '\u0000', '\u0085', '\uFEFF', '\t'))
		.map(
			([at, sign]) =>
				(text: string) =>
					insertedAfter(text, ': "', at, sign)
		),
	fc.constantFrom(3, 41, 5000).map((depth) => (text: string) => '['.repeat(depth) + text + ']'.repeat(depth)),
	fc.constantFrom<((text: string) => string)[]>(
		(text) => text.repeat(2),
		(text) => text.replace(/"version": \d+/, '"version": 3'),
		(text) => text.replace(/"version": \d+/, '"version": 1'),
		(text) => text.replace(/"version": \d+/, '"version": -2'),
		(text) => text.replace('samenwerkingsmeter', 'samenwerkingsmetr'),
		(text) => `\uFEFF${text}`
	)
);

function flipped(text: string, at: number, bit: number): string {
	return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
}

function insertedAfter(text: string, mark: string, at: number, added: string): string {
	const parts = text.split(mark);
	const index = 1 + (at % Math.max(1, parts.length - 1));
	return parts.slice(0, index).join(mark) + mark + added + parts.slice(index).join(mark);
}

function replacedNumber(text: string, at: number, number: string): string {
	const found = [...text.matchAll(/(?<=: )\d+/g)];
	const one = found[at % Math.max(1, found.length)];
	return one ? text.slice(0, one.index) + number + text.slice(one.index + one[0].length) : text;
}

/** The text of a file with one to three changes to what it holds. */
function changedFile(texts: readonly string[]): fc.Arbitrary<string> {
	return fc.tuple(fc.constantFrom(...texts), fc.array(changes, { minLength: 1, maxLength: 3 })).map(([text, list]) => {
		const value: unknown = JSON.parse(text);
		for (const change of list) applyChange(value, change);
		return JSON.stringify(value, null, '\t');
	});
}

/** The same, or with changes to the text itself. */
export function hostileFile(texts: readonly string[]): fc.Arbitrary<string> {
	const broken = fc
		.tuple(fc.constantFrom(...texts), fc.array(textChanges, { minLength: 1, maxLength: 2 }))
		.map(([text, list]) => list.reduce((changed, change) => change(changed), text));
	return fc.oneof({ weight: 2, arbitrary: changedFile(texts) }, { weight: 1, arbitrary: broken });
}

/** A text with one or two changes, for what is no JSON. */
export function hostileText(texts: readonly string[]): fc.Arbitrary<string> {
	const signs = fc.constantFrom('', '#', '~', '-', '\u202E', '\u0000', '\uD800', 'é', 'A'.repeat(5000), '%00');
	const change = fc.tuple(fc.nat(), fc.nat(3), signs, fc.nat(6));
	return fc.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 2 })).map(([text, list]) =>
		list.reduce((changed, [place, gone, added, bit]) => {
			const at = changed.length === 0 ? 0 : place % changed.length;
			if (added === '' && gone === 0 && changed !== '') return flipped(changed, at, bit);
			return changed.slice(0, at) + added + changed.slice(at + gone);
		}, text)
	);
}

/** What people write themselves, and what else may differ in a sound file. */
const openFields =
	/^(name|who|what|note|text|ownWords|date|by|nextDate|createdAt|status|sealed|asksTrend|adviceId|position)$/;
const days = fc.constantFrom('0000-01-01', '1999-12-31', '2026-02-28', '2400-02-29', '9999-12-31');
const fieldValues: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom(...hostileTexts.filter((text) => text.length < 80)),
	fc.string({ unit: 'binary', maxLength: 40 }),
	days,
	days.map((day) => `${day}T00:00:00Z`),
	fc.constantFrom(true, false, null, 'open', 'closed', 'done', 'dropped')
);

/**
 * The text of a file in which some of the fields hold other values of the same kind: often sound and always strange.
 */
export function filledDifferently(texts: readonly string[]): fc.Arbitrary<string> {
	const values = fc.array(fieldValues, { minLength: 40, maxLength: 40 });
	return fc.tuple(fc.constantFrom(...texts), values, fc.nat(6)).map(([text, others, often]) => {
		let count = 0;
		const fillIn = (key: string, value: unknown) => {
			if (!openFields.test(key) || (count += 1) % 7 > often) return value;
			const other = others[count % others.length];
			return kindOf(other) === kindOf(value) ? other : value;
		};
		return JSON.stringify(JSON.parse(text), fillIn, '\t');
	});
}

/** Values of one kind may stand in each other's place. */
function kindOf(value: unknown): string {
	if (typeof value !== 'string') return typeof value;
	if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return 'moment';
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'day';
	return /^[a-z-]+$/.test(value) ? 'word' : 'text';
}

/** Dutch that someone can do something with: a sentence, short, and no technical word or sign that nobody sees. */
export function isDutchReason(reason: string | undefined): boolean {
	if (reason === undefined || reason.length > 1000) return false;
	if (/undefined|\[object|Error|Invalid|Unexpected/.test(reason)) return false;
	return /^\S.{10,}[.!?]$/su.test(reason) && !/[\p{Bidi_Control}\p{Cs}\0]/u.test(reason);
}
