// npm run test:office: the files that the site makes for office programs (Word, PowerPoint, Excel), opened by
// LibreOffice without a window and compared as pictures. LibreOffice comes from Debian's packages: installed when
// root, else what needs it is skipped. It needs a build (npm test makes one; without, it makes one here). What follows
// goes to Playwright. UPDATE_PICTURES=1 keeps the pictures of this run.
import { existsSync } from 'node:fs';
import { installPackages, root, run } from '../install.mjs';
import { installDebian } from './debian-packages.mjs';

installPackages();
const { findOrInstallChromium } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();
// Liberation has the measures of Arial, which the files ask for.
installDebian(['libreoffice-writer', 'libreoffice-impress', 'libreoffice-calc', 'fonts-liberation', 'poppler-utils']);
if (!existsSync(`${root}build/index.html`)) run('npx', ['vite', 'build', '--logLevel', 'warn']);
run('npx', ['playwright', 'test', '--config', 'tests/office/playwright.config.ts', ...process.argv.slice(2)], {
	env: { ...process.env, CHROMIUM_PATH: chromium }
});
