import fc from 'fast-check';
import { vi } from 'vitest';
import { patience, runs } from './property-runs';

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED']), numRuns: runs(100) });
// Property tests over many random measurements take their time on a slow machine.
vi.setConfig({ testTimeout: patience(60_000) });

// On a machine that does other work as well, a second is short.
const PATIENCE = { timeout: 10_000 };
const { waitFor } = vi;
Object.assign(vi, {
	waitFor: (...[callback, options]: Parameters<typeof waitFor>) => waitFor(callback, options ?? PATIENCE)
});
