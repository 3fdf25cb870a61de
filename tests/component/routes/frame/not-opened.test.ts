import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { participantWords, type BrowserFacts } from '$lib/domain/measurement/browser-keeping';
import KeepingAdvice from '../../../../src/routes/backup/KeepingAdvice.svelte';
import KeptOnPhone from '../../../../src/routes/meedoen/KeptOnPhone.svelte';
import KeptHere from '../../../../src/routes/meting/KeptHere.svelte';
import NotOpened from '../../../../src/routes/frame/NotOpened.svelte';

const safari: BrowserFacts = { promised: false, engine: 'apple', touch: true, installed: false, installable: false };
const NOT_HERE = 'Deze meting staat niet op dit toestel.';
const WIPED = 'De browser heeft gewist wat deze app hier bewaarde.';

beforeEach(() => localStorage.clear());
afterEach(() => {
	vi.unstubAllGlobals();
});

/** Both places of a desk where it may stand. */
function showDesk() {
	const [top, foot] = [render(KeptHere, { soon: true }), render(KeptHere, { soon: false })];
	const unmount = () => {
		top.unmount();
		foot.unmount();
	};
	return { unmount };
}

describe('a page of which nothing can be shown', () => {
	test('says why, and leads to the beginning', () => {
		render(NotOpened, { problem: 'De opslag antwoordt niet.', missing: false });
		expect(screen.getByRole('alert')).toHaveTextContent('De opslag antwoordt niet.');
		expect(screen.getByRole('link', { name: 'Naar het begin' })).toBeVisible();
		expect(screen.queryByText(/back-up/)).toBeNull();
	});

	test('of what is not here offers to open a file, and says why it may be gone', async () => {
		render(NotOpened, { problem: NOT_HERE, missing: true });
		expect(screen.getByRole('link', { name: 'Open het bij Gegevens' })).toBeVisible();
		expect(screen.queryByText(WIPED)).toBeNull();
		await userEvent.click(await screen.findByRole('button', { name: /Stond ze hier wel/ }));
		expect(screen.getByText(/in een privévenster/)).toBeVisible();
		expect(screen.getByText(/in een andere browser/)).toBeVisible();
	});

	test('says that the browser wiped it, where that is known', () => {
		localStorage.setItem('samenwerkingsmeter weg', 'ja');
		render(NotOpened, { problem: NOT_HERE, missing: true });
		expect(screen.getByRole('alert')).toHaveTextContent(WIPED);
	});
});

describe('what the browser may do', () => {
	test('on a desk is one sentence where a week is enough, and nothing where it promises to keep all', async () => {
		vi.stubGlobal('GestureEvent', Event);
		const { unmount } = showDesk();
		expect(await screen.findByText(/zeven dagen niet gebruikt/)).toBeVisible();
		expect(screen.getAllByRole('button', { name: /Zo blijft alles bewaard/ })).toHaveLength(1);
		unmount();
		vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(true) } });
		showDesk();
		await new Promise((resolve) => setTimeout(resolve));
		expect(document.body).toHaveTextContent(/^$/);
	});

	test('stays quiet on a desk in another browser: what helps is behind a button', async () => {
		vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(false) } });
		showDesk();
		const button = await screen.findByRole('button', { name: /Zo blijft alles bewaard/ });
		expect(screen.queryByText(/zeven dagen/)).toBeNull();
		expect(screen.getByText(/back-up in een bestand/)).not.toBeVisible();
		await userEvent.click(button);
		expect(screen.getByText(/back-up in een bestand/)).toBeVisible();
	});

	test('on an iPhone leads to the home screen, with a file', () => {
		render(KeepingAdvice, { facts: safari });
		expect(screen.getByText(/«Zet op beginscherm».*begint daar leeg/)).toBeInTheDocument();
	});

	test('on a participant’s phone is one sentence where it concerns them, the rest behind a button', async () => {
		const { rerender } = render(KeptOnPhone, { keeping: participantWords(safari) });
		expect(screen.getByText(/binnen zeven dagen terug/)).toBeVisible();
		expect(screen.getByText(/In een privévenster/)).not.toBeVisible();
		await userEvent.click(screen.getByRole('button', { name: /Stoppen en later verdergaan/ }));
		expect(screen.getByText(/In een privévenster/)).toBeVisible();
		expect(screen.getByText(/je telt anders twee keer mee/)).toBeVisible();
		await rerender({ keeping: participantWords({ ...safari, engine: 'other' }) });
		expect(screen.queryByText(/zeven dagen/)).toBeNull();
	});
});
