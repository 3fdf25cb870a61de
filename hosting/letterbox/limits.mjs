export const DAYS = 60;
export const SLOTS = 500;
export const ENVELOPE_BYTES = 8192;
/** Acknowledgements in one request, and room for their JSON. */
export const ACKNOWLEDGEMENTS = SLOTS;
export const JSON_BYTES = 128 * 1024;
/** Envelopes in one answer of JSON. */
export const PAGE = 100;
export const HASH_BYTES = 32;
export const ACKNOWLEDGEMENT_BYTES = 28;
/** Streams of one room at a time: its tabs and laptops, and what a broken network has not ended yet. */
export const STREAMS = 16;

/**
 * Rates, as so many at once and then so many a second. A hall stands behind one address, so only what anybody may do
 * without a secret, opening a room, counts by address.
 * Room: 300 phones that are done at once, twice. Slot: a phone that changes its answers, and one that asks each second.
 */
export const RATES = {
	putInRoom: { atOnce: 1000, aSecond: 25 },
	putInSlot: { atOnce: 20, aSecond: 0.5 },
	lookAtSlot: { atOnce: 60, aSecond: 2 },
	owner: { atOnce: 200, aSecond: 20 }
};
