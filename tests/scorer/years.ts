import fc from 'fast-check';
import type { Year } from './comparing';
import type { Given, World } from './scorer';
import { anySide, PLAN } from './worlds';

/** Statements that only newer versions have, beside those of the plan. */
const NEW: Readonly<Record<string, readonly string[]>> = {
	openheid: ['openheid-nieuw'],
	verbinden: ['verbinden-nieuw']
};
const pool = Object.values(PLAN).flatMap((dimensions) =>
	Object.entries(dimensions).flatMap(([dimension, count]) => [
		...Array.from({ length: count }, (_, index) => `${dimension}-${index + 1}`),
		...(NEW[dimension] ?? [])
	])
);

type Themes = World['themes'];

/** A version has some of the statements; one that moved stands in another dimension. */
const anyThemes: fc.Arbitrary<Themes> = fc
	.record({ lost: fc.subarray(pool, { maxLength: 6 }), moved: fc.boolean() })
	.map(({ lost, moved }) =>
		Object.entries(PLAN).map(([id, dimensions]) => ({
			id,
			dimensions: Object.keys(dimensions).flatMap((dimension) => {
				const home = (item: string) => (moved && item === 'openheid-3' ? 'eigenheid' : item.replace(/-[^-]+$/, ''));
				const items = pool.filter((item) => !lost.includes(item) && home(item) === dimension);
				return items.length > 0 ? [{ id: dimension, items }] : [];
			})
		}))
	);

const VERSIONS = ['1.0.0', '1.1.0', '2.0.0'] as const;
const WHO = ['a', 'b', 'c', 'd'] as const;
/** How a group goes through the years: as it was, under other names, or set up anew under its own name. */
const lives = fc.constantFrom('same' as const, 'renamed' as const, 'anew' as const);

const anyYear = fc.record({
	version: fc.constantFrom(...VERSIONS),
	who: fc.subarray([...WHO], { minLength: 2 }),
	threshold: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(3, 4, 5) }),
	sides: fc.tuple(...WHO.map(() => anySide(pool, [0, 1, 2, 3, 4, 6, 8, 12, 20])))
});

/** Two or three measurements of one partnership, oldest first, open and anonymous, whose groups come, go and change. */
export const anyYears: fc.Arbitrary<Year[]> = fc
	.record({
		years: fc.array(anyYear, { minLength: 2, maxLength: 3 }),
		versions: fc.tuple(anyThemes, anyThemes, anyThemes),
		lives: fc.tuple(lives, lives, lives, lives)
	})
	.map(({ years, versions, lives }) =>
		years.map(({ version, who, threshold, sides }, place): Year => {
			const themes = versions[VERSIONS.indexOf(version)] ?? [];
			const asked = new Set(themes.flatMap((theme) => theme.dimensions).flatMap(({ items }) => items));
			const onlyAsked = (given: Given) => Object.fromEntries(Object.entries(given).filter(([item]) => asked.has(item)));
			const present = WHO.flatMap((one, index) => {
				const side = sides[index];
				if (!who.includes(one) || !side) return [];
				const id = lives[index] === 'anew' ? `${one}-${place}` : one;
				const name = lives[index] === 'renamed' ? `Groep ${one} ${place}` : `Groep ${one}`;
				return [{ one, id, name, side, role: index % 2 === 0 ? 'gemeente' : 'vereniging' }];
			});
			return {
				date: `${2020 + place}-03-01`,
				version,
				who: Object.fromEntries(present.map(({ id, one }) => [id, one])),
				world: {
					themes,
					groups: present.map(({ id, name, role, side }) => ({ id, name, role, people: side.people })),
					threshold,
					asksTrend: false,
					agreed: {},
					persons: present.flatMap(({ id, side }) =>
						side.persons.map((person, index) => ({
							...person,
							...{ id: `${id}-${index}`, group: id, given: onlyAsked(person.given) }
						}))
					),
					together:
						threshold === null
							? present.flatMap(({ id, side: { together } }) =>
									together ? [{ ...together, group: id, given: onlyAsked(together.given) }] : []
								)
							: []
				}
			};
		})
	);
