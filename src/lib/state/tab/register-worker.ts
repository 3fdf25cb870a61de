import { given } from '$lib/domain/given';
import { trustedAddress } from '$lib/storage/journal/trusted-address';

/**
 * Registers the service worker, under the name of the policy that SvelteKit would use.
 * @returns whether the browser lets it; true as well when its file did not come this time
 */
export async function registerWorker(address: string): Promise<boolean> {
	const container = given(() => navigator.serviceWorker);
	if (!container) return false;
	try {
		await container.register(trustedAddress(address, 'sveltekit-trusted-url'));
		return true;
	} catch (cause) {
		// Where site data is blocked, and in some private windows. A file that does not come is a TypeError.
		return !(cause instanceof DOMException);
	}
}
