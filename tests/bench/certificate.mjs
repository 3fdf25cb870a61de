import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/**
 * A certificate for this run only.
 * @returns {Promise<{ key: string, cert: string, fingerprint: string }>} fingerprint: of its public key,
 * as --ignore-certificate-errors-spki-list takes it: unlike --ignore-certificate-errors that leaves
 * cache and service worker working
 */
export async function newCertificate() {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
		keyType: 'ec',
		algorithm: 'sha256'
	});
	const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
	return { key, cert, fingerprint: createHash('sha256').update(publicKey).digest('base64') };
}
