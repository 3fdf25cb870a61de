import { execFileSync } from 'node:child_process';

/** Of the Chromium that .tools/browser.mjs found. */
export function chromiumVersion(): string {
	const program = process.env['CHROMIUM_PATH'] ?? 'chromium';
	return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
