import { build } from 'vite';
import { expect, test } from 'vitest';
import { zipWithoutWorker } from '../../../.tools/build/vite-plugins.mjs';

/**
 * The content security policy refuses the worker that the library would zip a large sheet in,
 * and then no file ever comes.
 */
test('the workbook as it is built starts no worker', async () => {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [zipWithoutWorker()],
		build: {
			write: false,
			minify: false,
			lib: { entry: 'node_modules/write-excel-file/browser/index.js', formats: ['es'] }
		}
	});
	const code = JSON.stringify(built);

	expect(code).toContain('zipSync');
	expect(code).not.toContain('new Worker');
});
