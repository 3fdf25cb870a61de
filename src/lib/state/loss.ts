/**
 * Whether the browser wiped what this app stored in it, as far as it left a trace of that; until people have read it.
 */
export { forgetLoss, isSomethingLost } from '$lib/storage/connection/loss';
