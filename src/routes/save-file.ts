/** Gives a file to the browser to save. */
export function saveFile(file: File): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	URL.revokeObjectURL(link.href);
}

/** A file of this app that is ready to be written. */
export function saveJson({ name, text }: { name: string; text: string }): void {
	saveFile(new File([text], name, { type: 'application/json' }));
}
