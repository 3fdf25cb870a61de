import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from '../install.mjs';

/**
 * Installs those of Debian's packages that are missing, as root; elsewhere it says which are, and what needs them is
 * skipped.
 */
export function installDebian(packages) {
	const missing = packages.filter((name) => !isInstalled(name));
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		console.log(
			`Not installed: ${missing.join(', ')}. What needs them is skipped (as root on Debian they are installed here).`
		);
		return;
	}
	console.log(`Installing ${missing.join(', ')} …`);
	const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	run('apt-get', ['update', '-qq'], options);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
}

function isInstalled(name) {
	const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
	return stdout?.includes('install ok installed') ?? false;
}
