import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fittedLogo, LOGO, noLetterhead, type Logo } from '$lib/domain/measurement/letterhead';
import { ReportLetterhead } from '$lib/state/results/report-letterhead.svelte';
import { settleEverything } from '$lib/state/saving/save-queue';
import { deletePartnership } from '$lib/storage/bundles/removal';
import { wipeDatabase } from '$lib/storage/connection/database';
import { savePartnershipRecords } from '$lib/storage/records/partnerships';
import { recordsOf } from '../../../builders/stored-records';

const logo: Logo = { jpeg: '/9j/', width: 60, height: 20 };

beforeEach(async () => {
	await wipeDatabase();
	await savePartnershipRecords(recordsOf('a'));
	await savePartnershipRecords(recordsOf('b'));
});

const stored = async (id: string) => (await ReportLetterhead.open(id)).letterhead;

describe('the logo and the name on the reports of a partnership', () => {
	test('are none at first, and stay of that partnership alone', async () => {
		const head = await ReportLetterhead.open('a');
		expect(head.letterhead).toEqual(noLetterhead);

		head.chooseLogo(logo);
		head.writeGuide('Zoë Peeters');
		await settleEverything();

		expect(head.status).toEqual({ kind: 'saved' });
		expect(await stored('a')).toEqual({ logo, guide: 'Zoë Peeters' });
		expect(await stored('b')).toEqual(noLetterhead);
	});

	test('of two tabs lose nothing of each other', async () => {
		const one = await ReportLetterhead.open('a');
		const other = await ReportLetterhead.open('a');
		one.chooseLogo(logo);
		await settleEverything();
		other.writeGuide('Zoë');
		await settleEverything();

		expect(await stored('a')).toEqual({ logo, guide: 'Zoë' });
	});

	test('go away again, with one press and with the partnership', async () => {
		const head = await ReportLetterhead.open('a');
		head.chooseLogo(logo);
		await settleEverything();
		head.chooseLogo(null);
		await settleEverything();
		expect((await stored('a')).logo).toBeNull();

		await deletePartnership('a');
		expect(await stored('a')).toEqual(noLetterhead);
	});
});

test('a logo is made smaller without changing its shape, never larger, and never nothing', () => {
	expect(fittedLogo({ width: 6400, height: 1200 })).toEqual({ width: LOGO.width, height: 120 });
	expect(fittedLogo({ width: 100, height: 2400 })).toEqual({ width: 10, height: LOGO.height });
	expect(fittedLogo({ width: 60, height: 20 })).toEqual({ width: 60, height: 20 });
	expect(fittedLogo({ width: 8000, height: 1 })).toEqual({ width: LOGO.width, height: 1 });
});
