import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { hpkeInBrowsers, leanHpke } from '../../../.tools/build/lean-hpke.mjs';

const HPKE = 'node_modules/@hpke/';
const build = {
	parse: (code: string) => parseAst(code),
	error: (message: string) => {
		throw new Error(message);
	}
};
const files = ['common/esm', 'core/esm'].flatMap((folder) =>
	readdirSync(HPKE + folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => `${folder}/${name}`)
);
const codeOf = (file: string) => readFileSync(HPKE + file, 'utf8');

describe('HPKE on a phone', () => {
	test('is without what opens, other curves and Node.js, and every other line of it is still a script', () => {
		const lean = (file: string) => {
			const inBrowsers = hpkeInBrowsers().transform.call(build, codeOf(file), `/${HPKE}${file}`)?.code ?? codeOf(file);
			return leanHpke().transform.call(build, inBrowsers, `/${HPKE}${file}`)?.code ?? '';
		};
		for (const file of files) {
			build.parse(lean(file));
			expect(lean(file)).not.toContain('import("crypto")');
		}
		const kem = lean('common/esm/src/kems/dhkem.js');
		expect(kem).toContain('async encap(');
		expect(kem).not.toContain('async decap(');
		expect(lean('core/esm/src/cipherSuiteNative.js')).not.toContain('async createRecipientContext(');
		expect(lean('common/esm/src/kems/dhkemPrimitives/ec.js')).not.toContain('namedCurve: "P-384"');
	});

	test('that is written in another way stops the build, and is named', () => {
		const file = 'common/esm/src/kems/dhkem.js';
		const other = codeOf(file).replace('async decap(', 'async unwrap(');
		expect(() => leanHpke().transform.call(build, other, `/${HPKE}${file}`)).toThrow(file);
	});

	test('leaves all else as it is', () => {
		expect(leanHpke().transform.call(build, 'let a = 1;', '/src/lib/a.js')).toBeUndefined();
	});
});
