import { walk } from 'estree-walker';

/**
 * Lets HPKE take its cryptography from the browser alone: what it has for old versions of Node.js would be one more
 * file of the site, and a warning with each build.
 */
export function hpkeInBrowsers() {
	const asking = /async function load(Subtle)?Crypto\(\) \{[\s\S]*?\n\}/g;
	return {
		name: 'hpke-in-browsers',
		apply: 'build',
		enforce: 'pre',
		transform(code, id) {
			if (!/\/@hpke\/common\/esm\/.*\.js$/.test(id) || !code.includes('import("crypto")')) return undefined;
			const lean = code.replace(asking, (asked, subtle) => {
				const given = `globalThis.crypto${subtle ? '.subtle' : ''}`;
				return `${asked.slice(0, asked.indexOf('{') + 1)} return ${given}; }`;
			});
			if (lean.includes('import("crypto")'))
				this.error(`HPKE asks Node.js in another way in ${id}; see hpkeInBrowsers`);
			return { code: lean, map: null };
		}
	};
}

/**
 * Leaves out of HPKE what a participant's phone never does, which no bundler can see in a class: it seals for one key
 * that it is given, on one curve, in base mode. It opens nothing, imports no private key and derives no key.
 */
export function leanHpke() {
	return {
		name: 'lean-hpke',
		apply: 'build',
		enforce: 'pre',
		transform(code, id) {
			const [, file] = /\/@hpke\/(.*)$/.exec(id) ?? [];
			if (file === undefined) return undefined;
			const without = withoutMethods(this, file, code);
			return { code: plainFields(withOneCurve(this, file, without)), map: null };
		}
	};
}

/** By file of HPKE's, methods that are never called. */
const UNUSED = {
	'common/esm/src/kems/dhkemPrimitives/ec.js': [
		'serializePrivateKey',
		'deserializePrivateKey',
		'importKey',
		'deriveKeyPair',
		'derivePublicKey',
		'_importJWK',
		'_deserializePkcs8Key',
		'_derivePublicKeyWithoutJwkExport'
	],
	'common/esm/src/kems/dhkem.js': [
		'serializePublicKey',
		'serializePrivateKey',
		'deserializePrivateKey',
		'importKey',
		'deriveKeyPair',
		'decap'
	],
	'common/esm/src/kdfs/hkdf.js': ['expand', 'labeledExpand'],
	'core/esm/src/cipherSuiteNative.js': ['createRecipientContext', 'open', '_keyScheduleR'],
	'core/esm/src/aeads/aesGcm.js': ['open'],
	'core/esm/src/exporterContext.js': ['seal', 'open', 'export']
};

function withoutMethods(build, file, code) {
	const names = UNUSED[file];
	if (names === undefined) return code;
	const cuts = [];
	walk(build.parse(code), {
		enter: ({ type, key, start, end }) => {
			if (type === 'MethodDefinition' && names.includes(key.name)) cuts.push({ start, end });
		}
	});
	if (cuts.length !== names.length) build.error(`HPKE has other methods in ${file}; see leanHpke`);
	return cuts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

/** The tables of the other curves, and what only deriving a key takes. */
function withOneCurve(build, file, code) {
	if (!file.endsWith('/ec.js')) return code;
	const lean = code
		.replace(/case KemId\.DhkemP384HkdfSha384:[\s\S]*?default:[\s\S]*?break;/, '')
		.replace(/^\s*this\._(order|bitmask|pkcs8AlgId|curveParams) = .*;$/gm, '');
	if (/namedCurve: "P-(384|521)"|= ORDER_P_256/.test(lean))
		build.error('HPKE chooses its curve in another way; see leanHpke');
	return lean;
}

/** As a newer JavaScript writes the same. */
function plainFields(code) {
	return code.replace(
		/Object\.defineProperty\(this, "(\w+)", \{\s*enumerable: true,\s*configurable: true,\s*writable: true,\s*value: ([^{}]*?|\{[^{}]*\})\s*\}\);/g,
		'this.$1 = $2;'
	);
}
