import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/browser';

/** A Chromium in a process group of its own, so that all of it can be killed at once. */
export interface ChromiumProcess {
	context: BrowserContext;
	page: Page;
	/** SIGKILL to the whole process group: nobody gets to write anything any more. */
	kill(): Promise<void>;
	/** As a person closes it. */
	close(): Promise<void>;
}

/** A folder in which one Chromium keeps everything. */
export interface Profile {
	folder: string;
	/** The same, in another folder. The browser must be closed. */
	copy(): Profile;
	remove(): void;
}

const running = new Set<ChildProcess>();
const profiles = new Set<Profile>();

/** After a run that failed halfway: no browser and no folder stays behind. */
export function cleanUp(): void {
	running.forEach(killGroup);
	for (const profile of profiles) profile.remove();
}

export function newProfile(parent = tmpdir()): Profile {
	return profileIn(mkdtempSync(join(parent, 'samenwerkingsmeter-profile-')));
}

function profileIn(folder: string): Profile {
	const profile: Profile = {
		folder,
		copy: () => {
			const copied = newProfile();
			cpSync(folder, copied.folder, { recursive: true, filter: (path) => !/Singleton[A-Z]/.test(path) });
			return copied;
		},
		remove: () => {
			rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
			profiles.delete(profile);
		}
	};
	profiles.add(profile);
	return profile;
}

export async function startChromium({ folder }: Profile, args: readonly string[] = []): Promise<ChromiumProcess> {
	const child = spawn(
		launchOptions.executablePath ?? chromium.executablePath(),
		[
			...(launchOptions.args ?? []),
			'--headless',
			'--remote-debugging-port=0',
			`--user-data-dir=${folder}`,
			'--disable-dev-shm-usage',
			'--no-default-browser-check',
			'--disable-background-timer-throttling',
			'--disable-backgrounding-occluded-windows',
			'--disable-renderer-backgrounding',
			'--disable-hang-monitor',
			'--lang=nl-BE',
			...args,
			'about:blank'
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	running.add(child);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	void ended.then(() => running.delete(child));
	const kill = async () => {
		killGroup(child);
		await ended;
	};
	try {
		const browser = await chromium.connectOverCDP(await addressOf(child));
		const context = browser.contexts()[0];
		if (!context) throw new Error('Chromium started without a window');
		context.setDefaultTimeout(20_000);
		const page = context.pages()[0] ?? (await context.newPage());
		return { context, page, kill, close: () => close(browser, ended) };
	} catch (cause) {
		await kill();
		throw cause;
	}
}

async function close(browser: Browser, ended: Promise<void>): Promise<void> {
	const session = await browser.newBrowserCDPSession();
	await session.send('Browser.close').catch(() => undefined);
	await ended;
}

function killGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It had ended by itself.
	}
}

/** Where it listens, from what it says when it starts. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		stderr?.on('data', (text: Buffer) => {
			said += text.toString();
			const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (address !== undefined) resolve(address);
		});
		stderr?.once('close', () => reject(new Error(`Chromium did not start: ${said.slice(-2000)}`)));
	});
}
