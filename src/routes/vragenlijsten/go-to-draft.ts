import { goto } from '$app/navigation';
import { messageOf } from '$lib/state/error-message';
import { addresses } from '../addresses';

/**
 * Begins a draft and opens it.
 * @returns why that was not done, in Dutch; undefined when it was
 */
export async function goToDraft(begin: () => Promise<string>): Promise<string | undefined> {
	try {
		await goto(addresses.questionnaireDraft(await begin()));
		return undefined;
	} catch (cause) {
		return messageOf(cause);
	}
}
