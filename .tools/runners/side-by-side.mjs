import { spawn } from 'node:child_process';
import { root } from '../install.mjs';

const isWindows = process.platform === 'win32';

/**
 * Runs a command in the project's folder while others run; what it prints comes in one piece when it ends.
 * @param {string} title above what it prints
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, givesWay?: boolean }} options givesWay: whether the others go first
 * @returns {Promise<boolean>} whether it passed
 */
export function beside(title, command, { env = process.env, givesWay = false } = {}) {
	const [program, ...args] = givesWay && !isWindows ? ['nice', '-n', '10', ...command] : command;
	const child = spawn(program, args, { cwd: root, env, shell: isWindows, stdio: ['ignore', 'pipe', 'pipe'] });
	const parts = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
	return new Promise((resolve) => {
		child.on('error', (error) => parts.push(Buffer.from(`${error.message}\n`)));
		child.on('close', (status) => {
			console.log(`\n== ${title}`);
			process.stdout.write(Buffer.concat(parts));
			resolve(status === 0);
		});
	});
}
