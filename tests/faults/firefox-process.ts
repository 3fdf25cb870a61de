import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A plain Firefox over WebDriver BiDi. Playwright's own Firefox is a changed one, and its BiDi asks commands that Debian's Firefox
 * does not have; what a run needs of the protocol is little.
 */
export interface FirefoxProcess {
	version: string;
	goto(url: string): Promise<void>;
	/** Evaluates an expression in the page, waiting for a promise. @throws Error with what the page threw */
	evaluate(expression: string): Promise<unknown>;
	/** Until an expression is true; a page that is just being loaded counts as no. @throws Error after 30 s */
	waitFor(expression: string): Promise<void>;
	close(): Promise<void>;
}

interface Message {
	id?: number;
	type: 'success' | 'error' | 'event';
	result?: Record<string, unknown>;
	message?: string;
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

const PATIENCE = 30_000;

export async function startFirefox(program: string): Promise<FirefoxProcess> {
	const profile = mkdtempSync(join(tmpdir(), 'samenwerkingsmeter-firefox-'));
	const child = spawn(program, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const close = async () => {
		child.kill('SIGKILL');
		await ended;
		rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	try {
		const send = await connect(`${await addressOf(child)}/session`);
		const session = await send('session.new', { capabilities: {} });
		const { contexts } = await send('browsingContext.getTree', {});
		const [{ context } = { context: '' }] = contexts as { context: string }[];
		const evaluate = (expression: string) => evaluateIn(send, context, expression);
		return {
			version: String((session['capabilities'] as Record<string, unknown>)['browserVersion']),
			goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
			evaluate,
			waitFor: (expression) => waitFor(evaluate, expression),
			close
		};
	} catch (cause) {
		await close();
		throw cause;
	}
}

async function evaluateIn(send: Send, context: string, expression: string): Promise<unknown> {
	const outcome = await send('script.evaluate', { expression, awaitPromise: true, target: { context } });
	if (outcome['type'] !== 'success') {
		throw new Error(String((outcome['exceptionDetails'] as Record<string, unknown>)['text']));
	}
	return (outcome['result'] as Record<string, unknown>)['value'];
}

async function waitFor(evaluate: (expression: string) => Promise<unknown>, expression: string): Promise<void> {
	const end = Date.now() + PATIENCE;
	while ((await evaluate(`Boolean(${expression})`).catch(() => false)) !== true) {
		if (Date.now() > end) throw new Error(`this did not become true: ${expression}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

async function connect(address: string): Promise<Send> {
	const socket = new WebSocket(address);
	const waiting = new Map<number, (message: Message) => void>();
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener('open', () => resolve());
		socket.addEventListener('error', () => reject(new Error('no connection with Firefox')));
	});
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	});
	let calls = 0;
	return async (method, params) => {
		const id = (calls += 1);
		const answer = await new Promise<Message>((resolve) => {
			waiting.set(id, resolve);
			socket.send(JSON.stringify({ id, method, params }));
		});
		waiting.delete(id);
		if (answer.type === 'error') throw new Error(`${method}: ${answer.message ?? ''}`);
		return answer.result ?? {};
	};
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		stderr?.on('data', (text: Buffer) => {
			said += text.toString();
			const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
			if (address !== undefined) resolve(address);
		});
		stderr?.once('close', () => reject(new Error(`Firefox did not start: ${said.slice(-1000)}`)));
	});
}
