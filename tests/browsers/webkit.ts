import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killGroup, listening, type Browser, type BrowserWindow, type Engine, type Profile } from './engine';

/** Debian's own: its packages for GTK are not in another Python. */
const PYTHON = '/usr/bin/python3';
const HOST = fileURLToPath(new URL('webkit-host.py', import.meta.url));
const CAN_RUN = `import gi; gi.require_version('WebKit2', '4.1'); gi.require_foreign('cairo'); from gi.repository import WebKit2`;

/** WebKitGTK in a window of its own, under a virtual screen. */
export const webkit: Engine = {
	name: 'WebKit',
	missing: () => {
		const runs = spawnSync('which', ['xvfb-run']).status === 0 && spawnSync(PYTHON, ['-c', CAN_RUN]).status === 0;
		return runs ? undefined : 'there is no WebKitGTK for Python here (npm run test:browsers installs it when root)';
	},
	start: async (profile, { isPrivate = false } = {}) => {
		const given = ['--data', profile.folder, '--downloads', profile.downloads, ...(isPrivate ? ['--private'] : [])];
		const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', PYTHON, HOST, ...given], {
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, TZ: 'Europe/Brussels', LANG: 'C.UTF-8' }
		});
		try {
			const [, port = '', version = ''] = await listening(child, /listening (\d+) (.*)/);
			return browserAt(child, Number(port), version, profile);
		} catch (cause) {
			await killGroup(child);
			throw cause;
		}
	}
};

function browserAt(child: ChildProcess, port: number, version: string, profile: Profile): Browser {
	const ask = async (name: string, command: object): Promise<unknown> => {
		const answer = await fetch(`http://127.0.0.1:${port}/${name}`, { method: 'POST', body: JSON.stringify(command) });
		const { value, error } = (await answer.json()) as { value?: unknown; error?: string };
		if (error !== undefined) throw new Error(`${name}: ${error}`);
		return value;
	};
	const saved: string[] = [];
	return {
		version,
		open: async (size) => windowOf(ask, (await ask('open', size)) as number, profile),
		downloads: async () => {
			saved.push(...((await ask('downloaded', {})) as string[]));
			return [...saved];
		},
		kill: () => killGroup(child),
		killStorage: async () => {
			execFileSync('pkill', ['-KILL', '-g', String(child.pid), '-f', 'WebKitNetworkProcess']);
			return true;
		}
	};
}

function windowOf(
	ask: (name: string, command: object) => Promise<unknown>,
	window: number,
	{ folder }: Profile
): BrowserWindow {
	const made = async (name: string, file: string) => {
		const path = join(folder, file);
		await ask(name, { window, path });
		return readFileSync(path);
	};
	return {
		goto: async (url) => void (await ask('goto', { window, url })),
		evaluate: async (expression) => ((await ask('evaluate', { window, expression })) as { value: unknown }).value,
		screenshot: () => made('screenshot', 'screenshot.png'),
		print: () => made('print', 'print.pdf')
	};
}
