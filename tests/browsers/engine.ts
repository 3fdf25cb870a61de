import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One window or tab of a real browser. */
export interface BrowserWindow {
	/** Resolves when the page is loaded. @throws Error when it can not be */
	goto(url: string): Promise<void>;
	/**
	 * Evaluates an expression in the page, waiting for a promise; what it gives must survive JSON.
	 * @throws Error with what the page threw
	 */
	evaluate(expression: string): Promise<unknown>;
	/** What is visible, as a PNG. */
	screenshot(): Promise<Buffer>;
	/** The page on A4 paper, as a PDF that the browser itself made. */
	print(): Promise<Buffer>;
}

/** A browser that people have, started with what it kept in its folder. */
export interface Browser {
	/** Name and version, as in «Firefox 153.8». */
	version: string;
	open(size: { width: number; height: number }): Promise<BrowserWindow>;
	/** The names of the files in the folder of downloads that are whole. */
	downloads(): Promise<string[]>;
	/** SIGKILL to all of it at once: nobody gets to write anything any more. */
	kill(): Promise<void>;
	/** SIGKILL to the process that holds the storage; false where the browser has none of its own. */
	killStorage(): Promise<boolean>;
}

export interface Engine {
	name: string;
	/** Why it can not be run here; undefined when it can. */
	missing(): string | undefined;
	start(profile: Profile, options?: { isPrivate?: boolean }): Promise<Browser>;
}

/** What one person's browser keeps between two starts. */
export interface Profile {
	folder: string;
	downloads: string;
	remove(): void;
}

export function newProfile(): Profile {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-browser-'));
	const downloads = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-downloads-'));
	const remove = () => {
		for (const one of [folder, downloads])
			rmSync(one, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	return { folder, downloads, remove };
}

/** Until something is so. @throws Error after 30 s, with what was waited for */
export async function until(isSo: () => Promise<boolean>, what: string, patience = 30_000): Promise<void> {
	const end = Date.now() + patience;
	while (!(await isSo())) {
		if (Date.now() > end) throw new Error(`this did not come: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** What a program says when it listens. @throws Error when it ends before that */
export function listening(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
	return new Promise((resolve, reject) => {
		let said = '';
		const hear = (text: Buffer) => {
			said += text.toString();
			const heard = pattern.exec(said);
			if (heard) resolve(heard);
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('close', () => reject(new Error(`the browser did not start: ${said.slice(-1000)}`)));
	});
}

/** SIGKILL to the process group that a child leads. */
export async function killGroup(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It had ended by itself.
	}
	await ended;
}
