/** A workbook could not be made, as when memory is short; the message is for people. */
export class WorkbookError extends Error {
	constructor(options: ErrorOptions) {
		super('Sluit andere vensters en probeer nog eens, of kies CSV.', options);
		this.name = 'WorkbookError';
	}
}
