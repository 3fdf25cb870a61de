/** What the address points at is not on this device. */
export class NotFoundError extends Error {
	constructor() {
		super('Deze meting staat niet op dit toestel. Misschien is ze verwijderd, of staat ze op een ander toestel.');
		this.name = 'NotFoundError';
	}
}
