import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { deviceCode } from '$lib/exchange/response/device-code';
import type { ResultOutcome } from '$lib/state/results/result';
import BeforeShowing from '../../../../src/routes/before-showing/BeforeShowing.svelte';
import PurposeFields from '../../../../src/routes/gegevens/PurposeFields.svelte';
import { measurementOf, partnershipOf } from '../../../builders/records';

const [other, own] = ['0a1b2c3d4e', 'ffee00ddcc'];
vi.mock('$lib/state/desk/own-device', () => ({ loadOwnDevice: () => Promise.resolve('ffee00ddcc') }));

const partnership = partnershipOf('verband');
const measurement = {
	...measurementOf('verband', 'meting'),
	privacy: { mode: 'anoniem' as const, threshold: 3 as const },
	status: 'closed' as const
};

function before(kind: 'collects' | 'other-people', shownOver: string | null = null): void {
	const showing = { device: other, turn: 0, shownOver };
	const outcome: Exclude<ResultOutcome, { kind: 'shown' }> = { kind, partnership, measurement, showing };
	render(BeforeShowing, { outcome, onshow: () => expect.unreachable() });
}

describe('where a result would come', () => {
	test('a device that only collects says which one shows, how to get there, and what to do to show here', async () => {
		before('collects');
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Het resultaat komt op een andere laptop');
		expect(screen.getByText(deviceCode(other))).toBeVisible();
		expect(screen.getByRole('link', { name: 'Bewaar hier een bestand' })).toHaveAttribute(
			'href',
			expect.stringContaining('/verzamelen/?meting=meting')
		);
		expect(await screen.findByText(deviceCode(own))).toBeVisible();
		expect(screen.queryByRole('button')).toBeNull();
	});

	test('what was shown over other people says why not again, that nothing is wiped, and the way out', () => {
		before('other-people', 'f'.repeat(64));
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Het resultaat werd al getoond');
		expect(screen.getByText(/kan uitrekenen wat iemand antwoordde/)).toHaveTextContent('Er is niets gewist.');
		expect(screen.getByRole('link', { name: 'maak een nieuwe meting' })).toHaveAttribute(
			'href',
			expect.stringContaining('/nieuw/?verband=verband')
		);
		expect(screen.queryByRole('button')).toBeNull();
	});
});

describe('what a file is for', () => {
	const show = (canHandOver: boolean) =>
		render(PurposeFields, { purpose: 'collect', code: '', canHandOver, wrong: false });

	test('is asked, with for collecting chosen; handing over only where this device may', () => {
		show(false);
		expect(screen.getByRole('group', { name: /Waarvoor is het bestand\?/ })).toBeVisible();
		expect(screen.getAllByRole('radio')).toHaveLength(2);
		expect(screen.getByRole('radio', { name: /^Om mee te verzamelen/ })).toBeChecked();
	});

	test('who hands over types the code of the other laptop', async () => {
		show(true);
		expect(screen.queryByLabelText('Code van de andere laptop')).toBeNull();
		await userEvent.setup().click(screen.getByRole('radio', { name: /^Geef sluiten en tonen door/ }));
		expect(screen.getByLabelText('Code van de andere laptop')).toBeVisible();
	});
});
