interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(text: string): string }
	): { createScriptURL(text: string): string };
}

/** What SvelteKit does by itself where it starts a page; of its policy there is one a page. */
export function registerWorker(address: string): void {
	if (!('serviceWorker' in navigator)) return;
	const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	const policy = types?.createPolicy('sveltekit-trusted-url', { createScriptURL: () => address });
	// In a private window the browser may refuse: everything else works.
	navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address).catch(() => undefined);
}
