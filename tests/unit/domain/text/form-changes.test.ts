import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeClashes, formChanges } from '$lib/domain/text/form-changes';

const word = fc.constantFrom('', 'Kermis', 'Feest', '2026-06-01');
const fields = fc.record({ name: word, date: word });

test('what was written here goes over what is stored, and nothing else does', () => {
	fc.assert(
		fc.property(fields, fields, fields, (seen, written, stored) => {
			const { changes, clashes } = formChanges(seen, written, stored);
			const result = { ...stored, ...changes };
			for (const name of ['name', 'date'] as const) {
				expect(result[name]).toBe(written[name] === seen[name] ? stored[name] : written[name]);
				const isLost = result[name] !== stored[name] && stored[name] !== seen[name];
				expect(clashes.includes(name)).toBe(isLost);
			}
		})
	);
});

test('both texts are named, in Dutch', () => {
	const seen = { name: 'Kermis', date: '' };
	const stored = { name: '', date: '2026-06-01' };
	const found = formChanges(seen, { name: 'Feest', date: '2026-07-01' }, stored);
	expect(describeClashes(found, stored, { name: 'Naam', date: 'Datum' })).toBe(
		'In een ander tabblad is dit intussen veranderd. Daar staat nu: Naam: (leeg); Datum: «2026-06-01». Wat jij schreef, staat nog in het formulier. Druk opnieuw op bewaren om jouw tekst te houden, of pas hem eerst aan.'
	);
});
