import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every test that docs/letterbox.md names is there', () => {
	const page = readFileSync('docs/letterbox.md', 'utf8');
	const named = [...page.matchAll(/`(tests\/[^`]+\.test\.ts)`: (.+?)(?=<br>| +\|)/g)];
	expect(named.length).toBeGreaterThan(15);
	const missing = named.filter(
		([, path = '', name = '']) =>
			!existsSync(path) || !["'", '"', '`'].some((mark) => readFileSync(path, 'utf8').includes(mark + name + mark))
	);
	expect(missing.map(([whole]) => whole)).toEqual([]);
});
