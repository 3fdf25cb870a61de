import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What a run ran on, with the load of the last 1, 5 and 15 minutes: more than there are cores, and it had to wait. */
export function describeMachine() {
	return {
		cores: cpus().length,
		cpu: cpus()[0]?.model ?? '',
		memoryGB: Math.round(totalmem() / 1e9),
		node: process.version,
		chromium: chromiumVersion(),
		load: loadavg().map((load) => Math.round(load * 10) / 10)
	};
}

/** Of the Chromium that .tools/runners/browser.mjs found. */
function chromiumVersion(): string {
	const program = process.env['CHROMIUM_PATH'] ?? 'chromium';
	const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	return said.replace(/ built on.*/, '').trim();
}
