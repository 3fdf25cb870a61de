import address from './journal-worker?worker&url';

interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(text: string): string }
	): { createScriptURL(text: string): string };
}

/** Strict hosts start a worker only from an address that a named policy lets through. */
export const workerAddress: string = trusted(address);

function trusted(text: string): string {
	const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	const policy = types?.createPolicy('samenwerkingsmeter-journal', { createScriptURL: () => text });
	return policy ? policy.createScriptURL(text) : text;
}
