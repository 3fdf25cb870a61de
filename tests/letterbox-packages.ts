import { installPackages } from '../.tools/install.mjs';

/** For tests that no command of package.json began: they need the letterbox's packages too. */
export default function (): void {
	installPackages(['hosting/letterbox/']);
}
