import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginTab } from '../traces/whole-device';
import { Device, mendAll } from './device';

afterEach(mendAll);

test('what a tab would still tidy up, it does on no device that comes later', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
	new Device();
	const tab = await beginTab();
	tab.compactSoon();
	await tab.closeDatabase();
	expect(vi.getTimerCount()).toBeGreaterThan(0);

	const next = new Device();

	expect(vi.getTimerCount()).toBe(0);
	expect(next.disk.text).toBe('');
});
