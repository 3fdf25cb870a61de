import type { TestProject } from 'vitest/node';

/** Says once which seed the property tests of this run take. */
export default function (project: TestProject): void {
	if (project.name === 'unit') console.log(`FAST_CHECK_SEED=${project.config.env['FAST_CHECK_SEED'] ?? ''}`);
}
