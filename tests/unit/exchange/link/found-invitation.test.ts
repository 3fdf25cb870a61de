import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Invitation } from '$lib/domain/measurement/measurement';
import { findInvitation } from '$lib/exchange/link/found-invitation';
import { invitationLink } from '$lib/exchange/link/invitation';
import { runs } from '../../../property-runs';
import { chanceFrom, invitationArbitrary, mangled, MANGLINGS, manglings } from './mangled-link';
import { goodOf, reasonOf } from '../../../builders/outcomes';
import { hexArbitrary } from '../../../builders/arbitraries';
import { measurement } from '../../../builders/handing-in';
import { anInvitation } from '../../../builders/records';

const ADDRESS = 'https://www.gemeente.be/samenwerkingsmeter/';
const workshopInvitation = anInvitation({
	groups: measurement.groups,
	privacy: { mode: 'anoniem', threshold: 5 },
	partnershipName: 'Scherpenheuvel~>?–ÿ'
});
const linkTo = (invitation: Invitation, packed?: string) => invitationLink(ADDRESS, invitation, packed);
/** As the packed questionnaires of links are: letters, digits, hyphens and underscores. */
const packedArbitrary = fc.string({
	unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
	minLength: 100,
	maxLength: 1200
});

/** The same invitation, or a refusal: never another measurement. */
function sameOrRefused(text: string, invitation: Invitation): boolean {
	const outcome = findInvitation(text);
	if (outcome.kind === 'good') expect(outcome.invitation).toEqual(invitation);
	return outcome.kind === 'good';
}

describe('a link as it comes out of mail and chat', () => {
	test.each(Object.keys(MANGLINGS))('%s', (name) => {
		fc.assert(
			fc.property(invitationArbitrary(), fc.integer(), (invitation, seed) => {
				expect(goodOf(findInvitation(mangled(linkTo(invitation), [name], seed))).invitation).toEqual(invitation);
			}),
			{ numRuns: runs(10) }
		);
	});

	test('after any two of these one after another is the same invitation', () => {
		const link = linkTo(workshopInvitation);
		const names = Object.keys(MANGLINGS);
		const refused = names
			.flatMap((one) => names.map((other) => [one, other]))
			.filter((pair, seed) => !sameOrRefused(mangled(link, pair, seed), workshopInvitation));
		expect(refused).toEqual([]);
	});

	test('after any of these one after another is the same invitation or refused', () => {
		fc.assert(
			fc.property(invitationArbitrary(), manglings(5), fc.integer(), (invitation, names, seed) => {
				sameOrRefused(mangled(linkTo(invitation), names, seed), invitation);
			}),
			{ numRuns: runs(250) }
		);
	});

	test('with an own questionnaire in it brings the whole of that, or is refused', () => {
		const one = fc.tuple(invitationArbitrary(), packedArbitrary);
		fc.assert(
			fc.property(one, manglings(2), fc.integer(), ([invitation, packed], names, seed) => {
				const outcome = findInvitation(mangled(linkTo(invitation, packed), names, seed));
				if (outcome.kind === 'good') expect(outcome).toMatchObject({ invitation, packed });
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('a damaged link', () => {
	const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%# ';

	test('is the same invitation or refused, wherever one to four characters changed, went or were swapped', () => {
		fc.assert(
			fc.property(invitationArbitrary(), fc.integer(), (invitation, seed) => {
				const chance = chanceFrom(seed);
				const link = linkTo(invitation);
				for (let times = 0; times < 20; times += 1) sameOrRefused(damaged(link, chance, 1 + (times % 4)), invitation);
			}),
			{ numRuns: runs(250) }
		);
	});

	test('cut off and glued to the end of another is refused, or one of the two', () => {
		fc.assert(
			fc.property(invitationArbitrary(), invitationArbitrary(), fc.nat(), fc.nat(), (one, other, a, b) => {
				const [first, second] = [linkTo(one), linkTo(other)];
				const outcome = findInvitation(first.slice(0, a % first.length) + second.slice(b % second.length));
				if (outcome.kind === 'good') expect([one, other]).toContainEqual(outcome.invitation);
			})
		);
	});

	function damaged(link: string, chance: () => number, times: number): string {
		const characters = Array.from(link);
		for (let time = 0; time < times; time += 1) {
			const at = Math.floor(chance() * characters.length);
			const kind = chance();
			if (kind < 0.6) characters[at] = CHARACTERS.charAt(Math.floor(chance() * CHARACTERS.length));
			else if (kind < 0.8) characters.splice(at, 1);
			else characters.splice(at, 2, ...characters.slice(at, at + 2).reverse());
		}
		return characters.join('');
	}
});

test('two links to different measurements are not chosen between', () => {
	fc.assert(
		fc.property(invitationArbitrary(), hexArbitrary(32), (invitation, other) => {
			const text = `Eerst ${linkTo(invitation)}\nen dan ${linkTo({ ...invitation, measurementId: other })}`;
			if (other !== invitation.measurementId)
				expect(reasonOf(findInvitation(text))).toMatch(/^Hier staan links van verschillende metingen/);
			expect(goodOf(findInvitation(`${linkTo(invitation)} ${linkTo(invitation)}`)).invitation).toEqual(invitation);
		}),
		{ numRuns: runs(20) }
	);
});

test('nothing people paste breaks the search, and it ends soon', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => void findInvitation(text)));
	for (const text of [
		'1WyJ'.repeat(12_000),
		'%25'.repeat(16_000),
		'–'.repeat(49_000),
		'&amp;'.repeat(9_000),
		'ﷺ'.repeat(9_000)
	])
		expect(findInvitation(text).kind).toBe('refused');
	expect(reasonOf(findInvitation('x'.repeat(60_000)))).toMatch(/^Dit is te lang voor een link/);
});
