import { expect, test } from 'vitest';
import { exportFileName } from '$lib/exchange/export-file-name';

test.each([
	['Kermis en cultuur', '2026-03-19', '', 'xlsx', 'samenwerking-kermis-en-cultuur-2026-03-19.xlsx'],
	['Één dorp: "ça va"?', '2026-03-19', 'radar', 'svg', 'samenwerking-een-dorp-ca-va-radar-2026-03-19.svg'],
	['../../etc', 'geen datum', '', 'csv', 'samenwerking-etc.csv'],
	['👩‍🌾', '2026-03-19', 'radar ', 'png', 'samenwerking-radar-2026-03-19.png'],
	['x'.repeat(200), '2026-03-19', '', 'csv', `samenwerking-${'x'.repeat(60)}-2026-03-19.csv`]
])('%s of %s', (partnership, date, part, extension, name) => {
	expect(exportFileName(partnership, date, part, extension)).toBe(name);
});
