interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(text: string): string }
	): { createScriptURL(text: string): string };
}

/**
 * Strict hosts start a worker only from an address that a named policy lets through; each name can be used once a page.
 */
export function trustedAddress(text: string, policyName: string): string {
	const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	const policy = types?.createPolicy(policyName, { createScriptURL: () => text });
	return policy ? policy.createScriptURL(text) : text;
}
