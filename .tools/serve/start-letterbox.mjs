// npm run start:letterbox: installs what is missing, builds the site when there is none, serves it and a letterbox on
// 127.0.0.1 and prints the address. PORT: 4173. LETTERBOX_FOLDER, LETTERBOX_WORD: as in hosting/letterbox/README.md.
import { existsSync } from 'node:fs';
import { installPackages, root, run } from '../install.mjs';

installPackages();
if (!existsSync(`${root}build/index.html`)) run('npx', ['vite', 'build', '--logLevel', 'warn']);
const { startLetterbox } = await import('./letterbox.mjs');
const { LETTERBOX_FOLDER: folder, LETTERBOX_WORD: word = '', PORT = '4173' } = process.env;
const { url, close } = await startLetterbox({ folder, port: Number(PORT), settings: { word } });
console.log(`\nThe app is at ${url}, with a letterbox (Ctrl+C stops it)`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
