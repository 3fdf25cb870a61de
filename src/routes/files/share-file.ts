import { t } from '$lib/domain/language/say';

/** Whether this device can give a file to another app. */
export function canShare(file: File): boolean {
	try {
		return (navigator as Partial<Navigator>).canShare?.({ files: [file] }) ?? false;
	} catch {
		return false;
	}
}

/** @returns what went wrong, in Dutch; empty when nothing did, or when people changed their mind */
export async function shareFile(file: File): Promise<string> {
	try {
		await navigator.share({ files: [file], title: t`Mijn antwoorden` });
		return '';
	} catch (cause) {
		const cancelled = cause instanceof DOMException && cause.name === 'AbortError';
		return cancelled ? '' : t`Delen lukt niet op dit toestel. Bewaar het bestand en bezorg het zelf.`;
	}
}
