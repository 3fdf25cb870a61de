// npm test: installs what is missing, finds or installs a Chromium, then types, build, budgets, oldest browsers, lint,
// unit and component tests, and one journey a page in the browser. The other journeys: npm run test:journeys; other
// browsers: npm run test:browsers.
import { spawn } from 'node:child_process';
import { installPackages, root, run } from './install.mjs';

installPackages();
const { findOrInstallChromium } = await import('./browser.mjs');
const chromium = await findOrInstallChromium();
const env = { ...process.env, CHROMIUM_PATH: chromium };
const isWindows = process.platform === 'win32';

step('Types', ['npm', 'run', '-s', 'types']);
step('Build', ['npx', 'vite', 'build', '--logLevel', 'warn']);
step('Budgets of the built site', ['npm', 'run', '-s', 'budgets']);
step('What the oldest browsers know', ['npm', 'run', '-s', 'browsers']);

// The browser mostly waits for a page: what only computes runs beside it, and gives way to it.
const aside = [
	beside('Lint', ['npm', 'run', '-s', 'lint']),
	// On every core, where it would leave one free by itself: what the browser leaves is enough to be done when it is.
	beside('Unit and component tests', ['npx', 'vitest', 'run', '--maxWorkers=100%'])
];
const browser = beside(
	`One journey a page, in ${chromium}`,
	['npm', 'run', '-s', 'test:e2e', '--', '--grep', '@page'],
	{ first: true }
);
const passed = await Promise.all([...aside, browser]);
process.exit(passed.every(Boolean) ? 0 : 1);

function step(title, [command, ...args]) {
	console.log(`\n== ${title}`);
	run(command, args, { env });
}

/** Runs a command while others run; what it prints comes in one piece when it ends. @returns whether it passed */
function beside(title, command, { first = false } = {}) {
	const [program, ...args] = first || isWindows ? command : ['nice', '-n', '10', ...command];
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
