import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '$lib/domain/text/bytes-as-text';
import { crc16 } from '$lib/exchange/encoding/crc16';
import { qrMatrix } from '$lib/exchange/qr/draw-qr';
import { invitationLink, readInvitation, writeInvitation } from '$lib/exchange/link/invitation';
import { invitationArbitrary } from './mangled-link';
import { measurement } from '../../../builders/handing-in';
import { anInvitation } from '../../../builders/records';
import { reasonOf, goodOf } from '../../../builders/outcomes';

const invitation = anInvitation({
	groups: measurement.groups,
	privacy: { mode: 'anoniem', threshold: 5 },
	partnershipName: 'Scherpenheuvel'
});
const DAMAGED = /^De link is niet volledig of beschadigd/;

/** A sound fragment, made by hand. */
function fragmentOf(row: unknown, version = '1'): string {
	const body = version + encodeBase64Url(new TextEncoder().encode(typeof row === 'string' ? row : JSON.stringify(row)));
	const bits = Array.from(body, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
	return body + crc16(bits).toString(16).padStart(4, '0');
}
const row = [
	measurement.id,
	'samenwerking',
	'1.0.0',
	'2026-03-19',
	'Scherpenheuvel',
	5,
	measurement.groups.map(({ id, role, name }) => [id, role, name])
];
/** The row with another value at a place. */
const rowWith = (at: number, value: unknown) => row.map((field, index) => (index === at ? value : field));

describe('an invitation in a link', () => {
	test('comes back the same, whatever the names', () => {
		fc.assert(
			fc.property(invitationArbitrary(), (one) => {
				const fragment = writeInvitation(one);
				expect(fragment).toMatch(/^[A-Za-z0-9_-]*[A-Za-z0-9]$/);
				expect(goodOf(readInvitation(fragment)).invitation).toEqual(one);
				expect(readInvitation(`#${fragment}`)).toEqual(readInvitation(fragment));
			})
		);
	});

	test('fits with four groups of 60 emoji and accents', () => {
		const groups = ['a', 'b', 'c', 'd'].map((id) => ({
			id: id.repeat(32),
			role: 'vereniging',
			name: `${'🎺'.repeat(15)}${'ë'.repeat(30)}`
		}));
		const large = { ...invitation, groups, partnershipName: 'ë'.repeat(120) };
		expect(goodOf(readInvitation(writeInvitation(large))).invitation).toEqual(large);
	});

	test('is short: a usual one has under 300 characters', () => {
		const groups = measurement.groups.map((group, index) => ({ ...group, id: String(index).repeat(32) }));
		const link = invitationLink('https://www.gemeente.be/samenwerkingsmeter/', { ...invitation, groups });
		expect(link).toMatch(/^https:\/\/www\.gemeente\.be\/samenwerkingsmeter\/meedoen\/#1/);
		expect(link.length - link.indexOf('#')).toBeLessThan(300);
	});

	test('stays readable for good', () => {
		expect(goodOf(readInvitation(fragmentOf(row))).invitation).toEqual(invitation);
	});

	test('is not made from something else', () => {
		expect(() => writeInvitation({ ...invitation, partnershipName: ' ' })).toThrow();
		expect(() => writeInvitation({ ...invitation, groups: [] })).toThrow();
	});

	test('with one id for two groups is not made, and is refused with that reason, however the id is written', () => {
		const [first] = measurement.groups;
		const twice = { id: first?.id ?? '', role: 'vereniging', name: 'Kerken' };
		expect(() => writeInvitation({ ...invitation, groups: [...invitation.groups, twice] })).toThrow(RangeError);
		for (const id of [twice.id, '~qqqqqqqqqqqqqqqqqqqqqg']) {
			const groups = [
				...measurement.groups.map((group) => [group.id, group.role, group.name]),
				[id, twice.role, twice.name]
			];
			expect(reasonOf(readInvitation(fragmentOf(rowWith(6, groups))))).toMatch(
				/^De link klopt niet: twee groepen hebben hetzelfde nummer/
			);
		}
	});
});

describe('a measurement that asks how it goes beside last time', () => {
	const asking = { ...invitation, asksTrend: true };

	test('has a link of format 2, which an older app says to be newer', () => {
		expect(writeInvitation(asking)).toMatch(/^2/);
		expect(goodOf(readInvitation(writeInvitation(asking))).invitation).toEqual(asking);
		expect(goodOf(readInvitation(fragmentOf([...row, true], '2'))).invitation).toEqual(asking);
	});

	test('leaves every other link one that an older app reads: the same row, with white space behind it', () => {
		const { groups } = invitation;
		const short = groups.map(({ id, role, name }, index) => [index === 0 ? '~qqqqqqqqqqqqqqqqqqqqqg' : id, role, name]);
		const before = JSON.stringify(['~ASNFZ4mrze8BI0VniavN7w', ...row.slice(1, 6), short]);
		const fragment = writeInvitation(invitation);
		const text = new TextDecoder().decode(decodeBase64Url(fragment.slice(1, -4)));
		expect(text).toMatch(/\][ \t\n\r]{12}$/);
		expect(text.trimEnd()).toBe(before);
		expect(fragment).toBe(fragmentOf(text));
		expect(goodOf(readInvitation(fragmentOf(before)))).toEqual(goodOf(readInvitation(fragment)));
	});
});

describe('a link that brings an own questionnaire', () => {
	const packed = 'bY_L-DoJ'.repeat(40);

	test.each([false, true])('has format 3 and gives both back, asking for trends: %s', (asksTrend) => {
		const invited = { ...invitation, asksTrend };
		const fragment = writeInvitation(invited, packed);
		expect(fragment).toMatch(/^3[A-Za-z0-9_-]*[A-Za-z0-9]$/);
		expect(goodOf(readInvitation(fragment))).toMatchObject({ invitation: invited, packed });
	});

	test('is refused when cut off anywhere', () => {
		const fragment = writeInvitation(invitation, packed);
		for (let length = 0; length < fragment.length; length += 3) {
			expect(reasonOf(readInvitation(fragment.slice(0, length)))).toMatch(DAMAGED);
		}
	});

	test('of format 1 or 2 brings none', () => {
		for (const asksTrend of [false, true]) {
			expect(goodOf(readInvitation(writeInvitation({ ...invitation, asksTrend }))).packed).toBeUndefined();
		}
	});
});

describe('a link with a letterbox', () => {
	/** As it was before there were letterboxes. */
	const WITHOUT =
		'1WyJ-QVNORlo0bXJ6ZThCSTBWbmlhdk43dyIsInNhbWVud2Vya2luZyIsIjEuMC4wIiwiMjAyNi0wMy0xOSIsIlNjaGVycGVuaGV1dmVsIiw1LFtbIn5xcXFxcXFxcXFxcXFxcXFxcXFxcXFnIiwiZ2VtZWVudGUiLCJHZW1lZW50ZSJdLFsidmVyZW5pZ2luZ2VuIiwidmVyZW5pZ2luZyIsIlZlcmVuaWdpbmdlbiJdXV0JDQoNIAoJICAJCQk8822';
	const GOLDEN =
		'40bkWyJ-QVNORlo0bXJ6ZThCSTBWbmlhdk43dyIsInNhbWVud2Vya2luZyIsIjEuMC4wIiwiMjAyNi0wMy0xOSIsIlNjaGVycGVuaGV1dmVsIiw1LFtbIn5xcXFxcXFxcXFxcXFxcXFxcXFxcXFnIiwiZ2VtZWVudGUiLCJHZW1lZW50ZSJdLFsidmVyZW5pZ2luZ2VuIiwidmVyZW5pZ2luZyIsIlZlcmVuaWdpbmdlbiJdXSxmYWxzZSwiQUFFQ0F3UUZCZ2NJQ1FvTERBME9EdyIsIkJBQUJBZ01FQlFZSENBa0tDd3dORGc4UUVSSVRGQlVXRnhnWkdoc2NIUjRmSUNFaUl5UWxKaWNvS1NvckxDMHVMekF4TWpNME5UWTNPRGs2T3p3OVBqOCJdCgkJDQkJCQoNCgkJ517b';
	const letterbox = {
		roomId: 'AAECAwQFBgcICQoLDA0ODw',
		publicKey: encodeBase64Url(new Uint8Array([4, ...Array.from({ length: 64 }, (_, place) => place)]))
	};
	const invited = { ...invitation, letterbox };
	const packed = 'bY_L-DoJ'.repeat(40);
	const textIn = (fragment: string) =>
		new TextDecoder().decode(decodeBase64Url(fragment.slice(4, 4 + parseInt(fragment.slice(1, 4), 36))));
	/** A sound fragment with this text for its row, made by hand. */
	const withText = (text: string, brought = '') => {
		const head = encodeBase64Url(new TextEncoder().encode(text));
		const body = `4${head.length.toString(36).padStart(3, '0')}${head}${brought}`;
		return (
			body +
			crc16(Array.from(body, (one) => one.charCodeAt(0).toString(2).padStart(8, '0')).join(''))
				.toString(16)
				.padStart(4, '0')
		);
	};

	test.each([undefined, packed])('has format 4, which an older app says to be newer, and gives it back', (brought) => {
		const fragment = writeInvitation(invited, brought);
		expect(fragment).toMatch(/^4[A-Za-z0-9_-]*[A-Za-z0-9]$/);
		expect(goodOf(readInvitation(fragment))).toMatchObject({ invitation: invited, packed: brought });
	});

	test('stays readable for good', () => {
		expect(writeInvitation(invited)).toBe(GOLDEN);
		expect(goodOf(readInvitation(GOLDEN)).invitation).toEqual(invited);
	});

	test('has two fields more than the row of a link without, which stays as it was to the byte', () => {
		const without = textIn(writeInvitation({ ...invitation, asksTrend: true }, packed));
		const row: unknown = JSON.parse(textIn(writeInvitation({ ...invited, asksTrend: true }, packed)));
		expect(row).toEqual([...(JSON.parse(without) as unknown[]), letterbox.roomId, letterbox.publicKey]);
		expect(writeInvitation(invitation)).toBe(WITHOUT);
	});

	test('is refused when cut off anywhere, or with any character changed', () => {
		const fragment = writeInvitation(invited);
		for (let at = 0; at < fragment.length; at++) {
			expect(reasonOf(readInvitation(fragment.slice(0, at)))).toMatch(DAMAGED);
			const changed = fragment.slice(0, at) + (fragment[at] === 'A' ? 'B' : 'A') + fragment.slice(at + 1);
			expect(readInvitation(changed).kind).toBe('refused');
		}
	});

	test('has a QR code that is read across a hall: at most 125 modules a side, with two to four groups', () => {
		const names = ['Gemeente Scherpenheuvel-Zichem', 'Sportverenigingen', 'Cultuurverenigingen', 'Jeugdverenigingen'];
		const groups = names.map((name, index) => ({ id: String(index).repeat(32), role: 'vereniging', name }));
		const sizes = [2, 3, 4].map((count) => {
			const usual = { ...invited, groups: groups.slice(0, count), partnershipName: 'Overleg cultuur en sport' };
			return qrMatrix(invitationLink('https://www.gemeente.be/samenwerkingsmeter/', usual)).length;
		});
		expect(Math.max(...sizes)).toBeLessThanOrEqual(125);
	});

	test('is refused without its second check, or with one of something else', () => {
		const text = textIn(writeInvitation(invited));
		expect(goodOf(readInvitation(withText(text))).invitation).toEqual(invited);
		for (const other of [text.trimEnd(), `${text} `, text.replace('19', '20')])
			expect(reasonOf(readInvitation(withText(other)))).toMatch(DAMAGED);
		expect(reasonOf(readInvitation(withText(text, packed)))).toMatch(DAMAGED);
	});

	test.each([
		['a room that is none', { ...letterbox, roomId: 'AAECAwQFBgcICQoLDA0OD' }],
		['a room that nothing gives', { ...letterbox, roomId: 'AAECAwQFBgcICQoLDA0ODx' }],
		['a key that is too short', { ...letterbox, publicKey: letterbox.publicKey.slice(1) }],
		['a key of another kind', { ...letterbox, publicKey: `A${letterbox.publicKey.slice(1)}` }]
	])('is not made with %s', (_, other) => {
		expect(() => writeInvitation({ ...invitation, letterbox: other })).toThrow(RangeError);
	});
});

describe('a link is refused with the reason', () => {
	const fragment = writeInvitation(invitation);

	test('cut off, anywhere', () => {
		for (let length = 0; length < fragment.length; length++) {
			expect(reasonOf(readInvitation(fragment.slice(0, length)))).toMatch(DAMAGED);
		}
	});

	test('with any character changed', () => {
		for (let at = 0; at < fragment.length; at++) {
			for (const character of 'A0z-_ é%') {
				const changed = fragment.slice(0, at) + character + fragment.slice(at + 1);
				if (changed !== fragment) expect(reasonOf(readInvitation(changed))).toMatch(DAMAGED);
			}
		}
	});

	test('with a second check of something else, though its checksum is right', () => {
		const text = new TextDecoder().decode(decodeBase64Url(fragment.slice(1, -4)));
		expect(goodOf(readInvitation(fragmentOf(text))).invitation).toEqual(invitation);
		for (const changed of [text.replace('19', '20'), `${text} `, text.slice(0, -1), text.replace(/.$/s, '  ')]) {
			expect(reasonOf(readInvitation(fragmentOf(changed)))).toMatch(DAMAGED);
		}
		expect(reasonOf(readInvitation(fragmentOf(text, '2')))).toMatch(DAMAGED);
	});

	test('of a newer version', () => {
		expect(reasonOf(readInvitation(fragmentOf('iets anders', '5')))).toMatch(/nieuwere versie van de app/);
	});

	test('larger than 8 kB', () => {
		expect(reasonOf(readInvitation('1'.repeat(8193)))).toMatch(/^De link is te lang/);
	});

	test.each([
		['no JSON', 'x'],
		['no list', {}],
		['one field too many', [...row, 1]],
		['a measurement that is no id', rowWith(0, '~AAAA')],
		['a questionnaire that is no id', rowWith(1, '../x')],
		['a version that is none', rowWith(2, '1')],
		['a day that does not exist', rowWith(3, '2026-02-30')],
		['no name', rowWith(4, '')],
		['a threshold of 2', rowWith(5, 2)],
		['one group', rowWith(6, [['a', 'gemeente', 'Gemeente']])],
		[
			'five groups',
			rowWith(
				6,
				['a', 'b', 'c', 'd', 'e'].map((id) => [id, 'gemeente', id])
			)
		]
	])('sound, but with %s', (_, changed) => {
		expect(reasonOf(readInvitation(fragmentOf(changed)))).toMatch(DAMAGED);
	});
});

test('nothing behind a # breaks the reader', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(readInvitation(text).kind).toBe('refused');
		})
	);
	fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readInvitation(fragmentOf(text))));
});
