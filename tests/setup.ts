import fc from 'fast-check';
import { vi } from 'vitest';

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED']) });

// On a machine that does other work as well, a second is short.
const PATIENCE = { timeout: 10_000 };
const { waitFor } = vi;
Object.assign(vi, {
	waitFor: (...[callback, options]: Parameters<typeof waitFor>) => waitFor(callback, options ?? PATIENCE)
});
