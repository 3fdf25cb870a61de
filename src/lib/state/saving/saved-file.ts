/** A small file that is ready to be saved. */
export interface SavedFile {
	name: string;
	text: string;
}
