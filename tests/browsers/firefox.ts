import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Send } from './bidi';
import { killGroup, listening, type Browser, type BrowserWindow, type Engine, type Profile } from './engine';

/** Debian's package; FIREFOX_PATH names another one. */
const program = process.env['FIREFOX_PATH'] ?? spawnSync('which', ['firefox-esr'], { encoding: 'utf8' }).stdout.trim();

/**
 * A plain Firefox over WebDriver BiDi. Playwright's own Firefox is a changed one, and its BiDi asks commands that
 * Debian's Firefox does not have; what a run needs of the protocol is little.
 */
export const firefox: Engine = {
	name: 'Firefox',
	missing: () => {
		if (program === '') return 'there is no Firefox here (npm run test:browsers installs firefox-esr when root)';
		return typeof WebSocket === 'undefined'
			? 'Node has no WebSocket: NODE_OPTIONS=--experimental-websocket'
			: undefined;
	},
	start: async (profile, { isPrivate = false } = {}) => {
		writeFileSync(join(profile.folder, 'user.js'), preferences(profile, isPrivate));
		const child = spawn(
			program,
			['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile.folder],
			{ detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TZ: 'Europe/Brussels' } }
		);
		try {
			const [, address = ''] = await listening(child, /WebDriver BiDi listening on (ws:\S+)/);
			const send = await connect(`${address}/session`);
			const { capabilities } = await send('session.new', { capabilities: {} });
			const version = `Firefox ${String((capabilities as Record<string, unknown>)['browserVersion'])}`;
			return browserOf(send, version, profile, () => killGroup(child));
		} catch (cause) {
			await killGroup(child);
			throw cause;
		}
	}
};

function preferences({ downloads }: Profile, isPrivate: boolean): string {
	const chosen: Record<string, string | number | boolean> = {
		'browser.download.folderList': 2,
		'browser.download.dir': downloads,
		'browser.download.alwaysOpenPanel': false,
		'browser.download.always_ask_before_handling_new_types': false,
		// A PDF that is made is saved, not shown.
		'pdfjs.disabled': true,
		'browser.privatebrowsing.autostart': isPrivate,
		'intl.accept_languages': 'nl-BE, nl',
		'toolkit.startup.max_resumed_crashes': -1,
		'browser.sessionstore.resume_from_crash': false
	};
	return Object.entries(chosen)
		.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
		.join('');
}

function browserOf(send: Send, version: string, profile: Profile, kill: () => Promise<void>): Browser {
	return {
		version,
		open: async ({ width, height }) => {
			const { context } = await send('browsingContext.create', { type: 'tab' });
			await send('browsingContext.setViewport', { context, viewport: { width, height } });
			return windowOf(send, String(context));
		},
		// While it is being written, a file is empty and has another one beside it.
		downloads: async () =>
			readdirSync(profile.downloads).filter(
				(name) => !name.endsWith('.part') && statSync(join(profile.downloads, name)).size > 0
			),
		kill,
		// Firefox holds the storage in its main process.
		killStorage: async () => false
	};
}

function windowOf(send: Send, context: string): BrowserWindow {
	const data = async (method: string, params: object) =>
		Buffer.from(String((await send(method, { context, ...params }))['data']), 'base64');
	return {
		goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
		evaluate: (expression) => evaluateIn(send, context, expression),
		screenshot: () => data('browsingContext.captureScreenshot', {}),
		print: () => data('browsingContext.print', { page: { width: 21, height: 29.7 } })
	};
}

async function evaluateIn(send: Send, context: string, expression: string): Promise<unknown> {
	const outcome = await send('script.evaluate', {
		expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
		awaitPromise: true,
		userActivation: true,
		target: { context }
	});
	if (outcome['type'] !== 'success') {
		throw new Error(String((outcome['exceptionDetails'] as Record<string, unknown>)['text']));
	}
	const { value } = outcome['result'] as { value: string };
	return (JSON.parse(value) as { value: unknown }).value;
}
