/**
 * Whether the camera may start by itself on a page that people opened to scan: unless they refused it to this page
 * before. The browser asks them first, where it was not allowed yet.
 */
export async function cameraMayStart(): Promise<boolean> {
	try {
		return (await navigator.permissions.query({ name: 'camera' })).state !== 'denied';
	} catch {
		// A browser that does not say asks.
		return true;
	}
}
