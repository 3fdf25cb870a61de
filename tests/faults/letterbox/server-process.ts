import { spawn, type ChildProcess } from 'node:child_process';

const program = new URL('../../../hosting/letterbox/server.mjs', import.meta.url).pathname;

/** The letterbox as a host runs it, in a process that may be killed. */
export class ServerProcess {
	/** With '/' at its end; the same after each start. */
	site = '';
	private port = 0;
	private child: ChildProcess | undefined;

	/** @param more settings of the program */
	constructor(
		private readonly folder: string,
		private readonly more: Record<string, string> = {}
	) {}

	/** @throws when it does not start */
	async start(): Promise<void> {
		const child = spawn(process.execPath, [program], {
			env: {
				...process.env,
				LETTERBOX_FOLDER: this.folder,
				LETTERBOX_PORT: String(this.port),
				LETTERBOX_ROOMS_AN_HOUR: '1000000',
				...this.more
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.child = child;
		let said = '';
		await new Promise<void>((resolve, reject) => {
			const hear = (data: Buffer) => {
				said += String(data);
				const [, url = ''] = /listening on (http:\S+)\n/.exec(said) ?? [];
				if (url === '') return;
				this.site = `${url}/`;
				this.port = Number(new URL(url).port);
				resolve();
			};
			child.stdout.on('data', hear);
			child.stderr.on('data', hear);
			child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
		});
	}

	kill(): Promise<void> {
		return this.end('SIGKILL').then(() => undefined);
	}

	/** @returns its exit code */
	stop(): Promise<number | null> {
		return this.end('SIGTERM');
	}

	private end(signal: NodeJS.Signals): Promise<number | null> {
		const { child } = this;
		if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null);
		const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
		child.kill(signal);
		return ended;
	}
}
