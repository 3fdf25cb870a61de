import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { killGroup, until } from './engine';

/** The window that comes with WebKitGTK, of Debian's packages for this kind of machine. */
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const AN_ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A WebKit that tells how it presents a page to a screen reader; it keeps nothing. */
export interface DrivenWebkit {
	goto(url: string): Promise<void>;
	evaluate(script: string): Promise<unknown>;
	/** Of everything that a selector finds, in the order of the page. */
	roles(selector: string): Promise<string[]>;
	end(): Promise<void>;
}

export function canDriveWebkit(): boolean {
	return (
		existsSync(MINI_BROWSER) && ['WebKitWebDriver', 'xvfb-run'].every((name) => spawnSync('which', [name]).status === 0)
	);
}

/** @param width of its window (px) */
export async function driveWebkit(width: number): Promise<DrivenWebkit> {
	const port = await freePort();
	const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: 'ignore' });
	const ask = async (path: string, body?: object): Promise<unknown> => {
		const answer = await fetch(
			`http://127.0.0.1:${port}${path}`,
			body ? { method: 'POST', body: JSON.stringify(body) } : {}
		);
		const { value } = (await answer.json()) as { value: unknown };
		if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
		return value;
	};
	try {
		await until(
			() =>
				ask('/status').then(
					() => true,
					() => false
				),
			'WebKitWebDriver'
		);
		const options = { binary: MINI_BROWSER, args: ['--automation'] };
		const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
		const { sessionId } = (await ask('/session', { capabilities })) as { sessionId: string };
		const at = `/session/${sessionId}`;
		await ask(`${at}/window/rect`, { width, height: 800 });
		return {
			goto: async (url) => void (await ask(`${at}/url`, { url })),
			evaluate: (script) => ask(`${at}/execute/sync`, { script: `return ${script}`, args: [] }),
			roles: async (selector) => {
				const found = (await ask(`${at}/elements`, { using: 'css selector', value: selector })) as Record<
					string,
					string
				>[];
				const roles: string[] = [];
				for (const element of found) roles.push(String(await ask(`${at}/element/${element[AN_ELEMENT]}/computedrole`)));
				return roles;
			},
			end: () => killGroup(child)
		};
	} catch (cause) {
		await killGroup(child);
		throw cause;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
