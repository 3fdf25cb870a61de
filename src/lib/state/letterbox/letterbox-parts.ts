/** All that only a host with a letterbox needs: screens load it once they know of one. */
export { emptyRoom, emptyRooms } from './empty-rooms';
export { EnvelopeIntake } from './envelope-intake';
export { fetchAll } from './fetch-all';
export { findHost, wireTo } from './host';
export { LetterboxLine } from './letterbox-line';
export { shareLine } from './one-line';
export { openLetterbox, roomOf } from './room';
