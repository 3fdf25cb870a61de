import { putEnvelope, type Post } from './put-envelope';

/**
 * Drops each envelope of this phone that no letterbox has taken yet, whichever sheet it is of: for the service worker,
 * and for a visit to another link.
 * @returns whether none is left that would be taken another time
 */
export async function sendWaiting(post: Post): Promise<boolean> {
	let done = true;
	for (const outgoing of await post.outbox.waiting()) {
		const { kind } = await putEnvelope(outgoing, post);
		if (kind === 'later') done = false;
	}
	return done;
}
