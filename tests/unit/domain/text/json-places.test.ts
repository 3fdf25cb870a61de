import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from '$lib/domain/text/file-limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, type JsonReading } from '$lib/domain/text/json-places';
import { runs } from '../../../property-runs';

function mistakeIn(text: string): Extract<JsonReading, { kind: 'refused' }> {
	const reading = readJson(text);
	if (reading.kind === 'good') throw new Error(`It was read: ${text}`);
	return reading;
}

/** The text from a place to the end of its line. */
function textAt(text: string, { line, column }: { line: number; column: number }): string {
	return text.split('\n')[line - 1]?.slice(column - 1) ?? '';
}

function placeIn(text: string, ...path: (string | number)[]): string {
	const reading = readJson(text);
	if (reading.kind === 'refused') throw new Error(reading.message);
	return textAt(text, reading.placeOf(path));
}

describe('what is JSON', () => {
	test('reads as JSON.parse reads it, however it is laid out', () => {
		const space = fc.constantFrom<(string | number)[]>('', '\t', '    ', 3);
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), space, (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				// That name is refused, see below.
				fc.pre(!text.includes('"__proto__":'));
				expect(readJson(text)).toMatchObject({ kind: 'good', value: JSON.parse(text) });
			})
		);
	});

	test('is told apart from what is not exactly as JSON.parse does, with anything changed at any place', () => {
		const text = '{"a": [1, -2.5e3, true, null, "x\\n\\u00e9"], "b": {"c": "", "d": {}}, "e": []}';
		const signs = fc.constantFrom(...'{}[],:"\\ \n\t01-.eEtfnulx\'/\u0000é'.split(''));
		fc.assert(
			fc.property(fc.nat(text.length), fc.nat(3), fc.array(signs, { maxLength: 3 }), (at, gone, added) => {
				const changed = text.slice(0, at) + added.join('') + text.slice(at + gone);
				expect(readJson(changed).kind === 'good', changed).toBe(isJson(changed) && !hasTwins(changed));
			}),
			{ numRuns: runs(3000) }
		);
	});

	function isJson(text: string): boolean {
		try {
			JSON.parse(text);
			return true;
		} catch {
			return false;
		}
	}

	/** Whether a name stands twice in a block: then fewer names come out than stand in the text. */
	function hasTwins(text: string): boolean {
		let names = 0;
		const value: unknown = JSON.parse(text);
		JSON.stringify(value, (name, part: unknown) => {
			if (typeof part === 'object' && part !== null && !Array.isArray(part)) names += Object.keys(part).length;
			return part;
		});
		return text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1 > names;
	}
});

describe('the place of a part', () => {
	const text = '{\n\t"title": "Eén",\n\t"themes": [\n\t\t{ "id": "a" },\n\t\t{ "id": "b", "name": 7 }\n\t]\n}';

	test('is where its name stands, or in a list where it begins itself', () => {
		expect(placeIn(text, 'title')).toBe('"title": "Eén",');
		expect(placeIn(text, 'themes', 1)).toBe('{ "id": "b", "name": 7 }');
		expect(placeIn(text, 'themes', 1, 'name')).toBe('"name": 7 }');
		expect(placeIn(text)).toBe('{');
	});

	test('is the nearest block around it when it is not there', () => {
		expect(placeIn(text, 'themes', 0, 'name')).toBe('{ "id": "a" },');
		expect(placeIn(text, 'themes', 4, 'id')).toBe('"themes": [');
		expect(placeIn(text, 'version')).toBe('{');
	});

	test('counts lines and columns from 1, also with the line ends of Windows', () => {
		const reading = readJson('{\r\n  "a": 1\r\n}');
		expect(reading.kind === 'good' && reading.placeOf(['a'])).toEqual({ line: 2, column: 3 });
	});
});

describe('a mistake is told where it is, with what to do', () => {
	test.each([
		['a comma forgotten', '{\n "a": 1\n "b": 2}', 2, 8, /^Hier ontbreekt een komma/],
		['a comma too many in a block', '{\n "a": 1,\n}', 2, 8, /^Voor } mag geen komma staan/],
		['a comma too many in a list', '[1,\n2, ]', 2, 2, /^Voor ] mag geen komma staan/],
		['two commas', '[1,, 2]', 1, 4, /^Voor , ontbreekt iets/],
		['nothing after the colon', '{"a": }', 1, 7, /^Voor } ontbreekt iets/],
		['no colon', '{"a" 1}', 1, 6, /^Na "a" ontbreekt een dubbele punt/],
		['a name without quotes', '{a: 1}', 1, 2, /^Hier hoort een naam tussen rechte dubbele aanhalingstekens/],
		['curly quotes', '{“a”: 1}', 1, 2, /^Gebruik rechte dubbele aanhalingstekens/],
		['single quotes', "['a']", 1, 2, /^Gebruik rechte dubbele aanhalingstekens/],
		['a text without quotes', '{"a": laag}', 1, 7, /^laag kan hier niet\. Tekst hoort tussen/],
		['a number with a comma', '{"a": 1,5}', 1, 9, /^Hier hoort een naam/],
		['a number with a zero in front', '[012]', 1, 2, /^012 kan hier niet/],
		['True with a capital', '[True]', 1, 2, /^True kan hier niet/],
		['a text that does not end', '{"a": "b\n}', 1, 7, /^Deze tekst stopt niet op dezelfde regel/],
		['a tab in a text', '["a\tb"]', 1, 2, /^In deze tekst zit een teken dat niet mag/],
		['a quote inside a text', '["de "grote" straat"]', 1, 7, /^Hier ontbreekt een komma\. Of er staat een dubbel/],
		['a lonely backslash', '["50 \\% \\n"]', 1, 6, /^Het teken \\ kan hier niet/],
		['a remark', '{\n// naam\n"a": 1}', 2, 1, /^Opmerkingen mogen niet/],
		['a remark behind a value', '{"a": 1 /* naam */}', 1, 9, /^Opmerkingen mogen niet/],
		['the wrong bracket', '{"a": [1}', 1, 9, /^Hier staat }, maar eerst moet er ] komen/],
		['an end too early', '{"a": [1, 2', 1, 12, /^Het bestand stopt te vroeg/],
		['nothing at all', '', 1, 1, /^Het bestand stopt te vroeg/],
		['more behind the end', '{}\n\n{}', 3, 1, /^Na de laatste accolade/],
		['a name twice', '{"a": 1,\n"b": {"a": 1},\n"a": 2}', 3, 1, /^"a" staat twee keer in hetzelfde blok/]
	])('%s', (_, text, line, column, message) => {
		expect(mistakeIn(text)).toMatchObject({ place: { line, column }, message: expect.stringMatching(message) });
	});

	test('blocks within blocks without end are refused before they fill the memory', () => {
		expect(readJson('['.repeat(MAX_JSON_DEPTH) + ']'.repeat(MAX_JSON_DEPTH)).kind).toBe('good');
		expect(mistakeIn('['.repeat(1_000_000)).message).toMatch(/te diep in elkaar/);
		expect(mistakeIn('{"a":'.repeat(200_000)).message).toMatch(/te diep in elkaar/);
	});

	test('the name that changes what an object is, is refused; other names of objects are names like any other', () => {
		expect(mistakeIn('{"a": {"__proto__": {"polluted": true}}}').message).toBe(
			'"__proto__" kan geen naam zijn. Haal dat weg.'
		);
		expect(mistakeIn('{"\\u005f_proto__": 1}').place).toEqual({ line: 1, column: 2 });
		expect(readJson('{"constructor": 1, "prototype": 2, "a": "__proto__"}').kind).toBe('good');
	});

	test('a number beyond all numbers is refused, and the largest one is not', () => {
		expect(mistakeIn('{"a": [1, -1e999]}')).toMatchObject({
			place: { line: 1, column: 11 },
			message: 'Het getal -1e999 is te groot.'
		});
		expect(readJson('[1.7976931348623157e308, 5e-324, 1e-999]').kind).toBe('good');
	});

	test('more values than any file of this app has are refused, and a text of millions of signs is read', () => {
		expect(mistakeIn(`[${'1,'.repeat(MAX_JSON_VALUES)}1]`).message).toMatch(/^Er staat te veel in/);
		expect(readJson(`"${'a\\n'.repeat(1_000_000)}"`).kind).toBe('good');
	});

	test('a message never quotes more than a piece of the text', () => {
		for (const text of ['a'.repeat(5000), `{"${'a'.repeat(5000)}" 1}`, '9'.repeat(5000)]) {
			expect(mistakeIn(text).message.length).toBeLessThan(150);
		}
	});
});
