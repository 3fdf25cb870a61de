/**
 * Whether the browser wiped what this app stored in it, as far as it left a trace of that; until people have read it.
 */
export { dropLoss, isSomethingLost } from '$lib/storage/connection/loss';
