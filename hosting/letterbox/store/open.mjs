/**
 * The store that the host chose. Each is loaded only when it is: who keeps envelopes on one machine needs no NATS.
 * @param {import('../settings.mjs').Settings} settings
 * @returns {Promise<import('./store.mjs').Store>}
 */
export async function openStore({ store, folder, megabytes, nats }) {
	const most = megabytes * 1e6;
	if (store === 'nats') {
		const { NatsStore } = await import('./nats.mjs');
		return NatsStore.open({ settings: nats, most });
	}
	const { EmbeddedStore } = await import('./embedded.mjs');
	return new EmbeddedStore({ folder, most });
}
