// npm run preview: serves the build that is there as a host does, with its headers, and prints the address. PORT: 4173.
import { existsSync } from 'node:fs';
import { root } from '../install.mjs';
import { serve } from './serve.mjs';

if (!existsSync(`${root}build/index.html`)) {
	console.error('There is no build yet: npm run build makes one.');
	process.exit(1);
}
const { url } = await serve({ port: Number(process.env.PORT ?? 4173) });
console.log(`\nThe app is at ${url} (Ctrl+C stops it)`);
