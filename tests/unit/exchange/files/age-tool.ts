import { execFileSync, spawn } from 'node:child_process';

/** The `age` tool of this machine, where it and `script` are installed: it only takes a passphrase from a terminal. */
export const hasAgeTool = isThere('age') && isThere('script');

/**
 * Runs `age` with these arguments and types the passphrase each time that it asks.
 * @returns whether it ended well, and what it said
 */
export function runAge(options: readonly string[], passphrase: string): Promise<{ good: boolean; said: string }> {
	const command = ['age', ...options].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
	const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null']);
	let said = '';
	let answered = 0;
	const listen = (chunk: Buffer) => {
		said += chunk.toString();
		for (; said.split('assphrase').length - 1 > answered && said.trimEnd().endsWith(':'); answered += 1) {
			terminal.stdin.write(`${passphrase}\n`);
		}
	};
	terminal.stdout.on('data', listen);
	return new Promise((resolve, reject) => {
		terminal.on('error', reject);
		terminal.on('close', (code) => resolve({ good: code === 0, said }));
	});
}

function isThere(command: string): boolean {
	try {
		execFileSync(command, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
