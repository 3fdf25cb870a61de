/**
 * What the letterbox asks of the place that keeps its envelopes. It is no more than a key-value store with
 * compare-and-set by revision and a watch can do (NATS JetStream KV among them); store-contract.ts in the tests holds
 * every store to it.
 *
 * - Keys are parts of `A-Za-z0-9_-` joined by dots. A prefix is a key up to and with one of its dots.
 * - Atomicity: one key at a time. What is written is there whole or not at all; nothing is promised over two keys.
 * - Order: each write that succeeds gives its key a revision, a whole number above every revision given before it in
 *   the whole store, also after a restart. What a reader sees with a revision is seen before anything with a higher
 *   one: who has listed up to n never finds something new at or below n.
 * - Durability: a write that is answered is on the disk: it is there after kill -9 and a power cut. Where replicas keep
 *   it, most of them have it, each in its machine's memory or on its disk: it is there as long as most go on or come
 *   back; a power cut of most machines at the same moment is not among what it stands.
 *   One that failed has left nothing; one whose answer was lost may be there.
 * - Reads see every write that was answered before they began.
 *
 * @typedef {{ value: Uint8Array, revision: number }} Entry
 * @typedef {{ key: string, revision: number }} Listed
 *
 * @typedef {object} Store
 * @property {(key: string) => Promise<Entry | undefined>} get
 * @property {(prefix: string, after?: number) => Promise<Listed[]>} list keys below a prefix with a revision above
 *   `after` (0: all), in order of revision
 * @property {(key: string, value: Uint8Array, expected?: number) => Promise<number | undefined>} put `expected`: the
 *   revision that the key must have now, 0 when it must not be there; undefined: whatever is there. Gives the new
 *   revision; undefined when something else was there. Of several with 0, and of several removals, exactly one
 *   succeeds. Of several with another revision so does one; only in a cluster of NATS before 2.11 two at the very same
 *   moment may, as if the second had come after the first with no revision asked. It throws
 *   StoreFull, and then nothing was written.
 * @property {(key: string, expected?: number) => Promise<boolean>} remove whether it was there, with that revision.
 *   Works in a store that is full.
 * @property {(keyOrPrefix: string, changed: () => void) => () => void} watch calls `changed` soon after each write and
 *   removal of the key, or below the prefix; several may come as one call, and one may get lost, so who watches also
 *   looks by itself now and then. Gives what stops it.
 * @property {() => { entries: number, bytes: number }} usage what is kept now: keys and values, about
 * @property {() => Promise<void>} close after what was asked is answered
 */

/** There is no room: the disk or the host's limit. Nothing was written. */
export class StoreFull extends Error {
	name = 'StoreFull';
}

/** The place that keeps the envelopes does not answer now; whether anything was written is not known. Answered 503. */
export class StoreAway extends Error {
	name = 'StoreAway';
	statusCode = 503;
}
