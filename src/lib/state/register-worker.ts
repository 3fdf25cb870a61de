import { trustedAddress } from '$lib/storage/journal/trusted-address';

/** Registers the service worker, as SvelteKit does by itself on a page that it starts, and under the name of its policy. */
export function registerWorker(address: string): void {
	if (!('serviceWorker' in navigator)) return;
	// In a private window the browser may refuse: everything else works.
	navigator.serviceWorker.register(trustedAddress(address, 'sveltekit-trusted-url')).catch(() => undefined);
}
