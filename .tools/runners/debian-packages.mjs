import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../install.mjs';

const APT = '/usr/bin/apt-get';

/**
 * Installs those of Debian's packages that are missing, as root; elsewhere it says which are, and what needs them is
 * skipped.
 * @param {string[]} packages
 * @param {{ optional?: boolean }} [options] optional: there is another way where it cannot be installed
 */
export function installDebian(packages, { optional = false } = {}) {
	const missing = packages.filter((name) => !isInstalled(name));
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0 || !existsSync(APT)) {
		if (optional) return;
		console.log(
			`Not installed: ${missing.join(', ')}. What needs them is skipped (as root on Debian they are installed here).`
		);
		return;
	}
	console.log(`Installing ${missing.join(', ')} …`);
	const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	const commands = [
		['update', '-qq'],
		['install', '-y', '-qq', '--no-install-recommends', ...missing]
	];
	if (!optional) for (const args of commands) run(APT, args, options);
	else commands.every((args) => spawnSync(APT, args, { ...options, stdio: 'inherit' }).status === 0);
}

function isInstalled(name) {
	const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
	return stdout?.includes('install ok installed') ?? false;
}
