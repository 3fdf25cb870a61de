import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { loadTypeScript } from './vite-plugins.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The adapter, which then writes 404.html into the site. */
export function withNotFoundPage(adapter) {
	return {
		...adapter,
		async adapt(builder) {
			await adapter.adapt(builder);
			await writeNotFoundPage(`${root}build`);
		}
	};
}

/**
 * The page that hosts show for an address that leads nowhere. Such an address may be of any depth, so the page holds
 * its style and script, and asks nothing of a relative address but the way to the first page.
 * @param {string} folder of the built site
 */
async function writeNotFoundPage(folder) {
	const pages = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).isDirectory() && name !== '_app');
	const script = await scriptFor(pages.map((name) => `${name}/`));
	const style = await styleText();
	const policy = [
		"default-src 'none'; base-uri 'none'; form-action 'none'; connect-src 'self'",
		`script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; require-trusted-types-for 'script'; trusted-types 'none'`
	];
	const html = readFileSync(`${root}src/404.html`, 'utf8')
		.replace('%policy%', policy.join('; '))
		.replace(/\s*%style%\s*/, () => style)
		.replace(/\s*%script%;\s*/, () => script);
	writeFileSync(`${folder}/404.html`, html);
}

async function scriptFor(pages) {
	const { output } = await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		define: { PAGES: JSON.stringify(pages) },
		build: {
			write: false,
			// Older than the app itself needs: this page must speak to every browser.
			target: 'es2015',
			modulePreload: false,
			rollupOptions: { input: `${root}src/offline/lost-page.ts`, output: { format: 'iife' } }
		}
	});
	return output[0].code.trim();
}

/** In the colours of the app. */
async function styleText() {
	const { tokensCss } = await loadTypeScript('src/lib/design/tokens.ts');
	const [colours = ''] = /:root\s*{[^}]*}/.exec(tokensCss()) ?? [];
	return `${colours.replace(/\s+/g, ' ')} body { max-width: 36rem; margin: 0 auto; padding: 16px; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 Arial, sans-serif; } a { color: var(--action); line-height: 3; }`;
}

function hashOf(text) {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
