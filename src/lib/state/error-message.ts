/**
 * What an error tells people: the errors of this app speak Dutch. The one place where what was thrown becomes words,
 * apart from errors of the browser about storage, which storage/storage-error.ts knows.
 */
export function messageOf(cause: unknown): string {
	return cause instanceof Error ? cause.message : String(cause);
}
