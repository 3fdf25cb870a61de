import { good, refused, type Outcome } from '$lib/exchange/outcome';

/** Hosts that mean «this device»: another device that opens the address comes out at itself. */
const OWN_DEVICE = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])\.?$/;

/** Whether a phone could open the address: not when it means this device only, or is no web address. */
export function isReachable(address: string): boolean {
	const url = parseUrl(address);
	return url !== undefined && isWeb(url) && !OWN_DEVICE.test(url.hostname);
}

/** The address of the folder where the app is hosted, from what people type or paste: ends in a slash. */
export function normaliseAddress(text: string): Outcome<{ address: string }> {
	const url = parseUrl(text.trim());
	if (url === undefined || !isWeb(url)) {
		return refused('Dit is geen volledig webadres. Begin met https:// en plak het adres waar deze app staat.');
	}
	const folder = url.pathname.replace(/\/index\.html$/, '/');
	return good({ address: `${url.origin}${folder.endsWith('/') ? folder : `${folder}/`}` });
}

/** URL.parse is missing on older phones. */
function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

function isWeb(url: URL): boolean {
	return url.protocol === 'http:' || url.protocol === 'https:';
}
