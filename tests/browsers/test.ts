import { test as base, expect } from '@playwright/test';
import { changingSite, type ChangingSite } from '../e2e/devices/changing-site';
import { newProfile, type Browser, type Engine, type Profile } from './engine';
import { firefox } from './firefox';
import { Visitor } from './visitor';
import { webkit } from './webkit';

const engines: Readonly<Record<string, Engine>> = { WebKit: webkit, Firefox: firefox };

export const PHONE = { width: 360, height: 640 };
export const LAPTOP = { width: 1280, height: 800 };

interface Options {
	/** WebKit or Firefox: a project of the configuration. */
	engineName: string;
}

interface Given {
	engine: Engine;
	/** A host of its own for each journey, so that its network may fail. */
	host: ChangingSite;
	profile: Profile;
	/** Starts the browser with this profile; what is still running at the end is killed. */
	start: (options?: { isPrivate?: boolean }) => Promise<Browser>;
	/** Started with the profile. */
	program: Browser;
	laptop: Visitor;
}

export const test = base.extend<Given & Options>({
	engineName: ['', { option: true }],
	engine: async ({ engineName }, use) => {
		const engine = engines[engineName];
		if (!engine) throw new Error(`no such engine: ${engineName}`);
		const reason = engine.missing();
		test.skip(reason !== undefined, reason);
		await use(engine);
	},
	host: async ({ engine }, use) => {
		void engine;
		const host = await changingSite();
		await use(host);
		await host.close();
	},
	profile: async ({ engine }, use) => {
		void engine;
		const profile = newProfile();
		await use(profile);
		profile.remove();
	},
	start: async ({ engine, profile }, use, { annotations }) => {
		const running: Browser[] = [];
		await use(async (options) => {
			const browser = await engine.start(profile, options);
			running.push(browser);
			annotations.push({ type: 'browser', description: browser.version });
			return browser;
		});
		await Promise.all(running.map((browser) => browser.kill()));
	},
	program: async ({ start }, use) => use(await start()),
	laptop: async ({ program }, use) => {
		await use(new Visitor(await program.open(LAPTOP)));
	}
});

export { expect };
