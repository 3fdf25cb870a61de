/**
 * A file that was made, and that people did not save yet: the share sheet was closed, or the
 * browser wants another press first.
 */
class WaitingFile {
	file = $state.raw<File>();
	/** Dutch: why it waits. */
	reason = $state('');

	wait(file: File, reason: string): void {
		this.file = file;
		this.reason = reason;
	}

	forget(): void {
		this.file = undefined;
	}
}

/** Of this tab: the newest replaces the one before. */
export const waitingFile = new WaitingFile();
