import type { Page } from '@playwright/test';

/**
 * Every file that the app keeps in the private folder of this site (OPFS), as it is on the disk: by
 * name, each byte as one sign.
 */
function privateFiles(page: Page): Promise<Record<string, string>> {
	return page.evaluate(async () => {
		const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('samenwerkingsmeter');
		const files: Record<string, string> = {};
		for await (const [name, handle] of folder.entries()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
			files[name] = new TextDecoder('latin1').decode(bytes);
		}
		return files;
	});
}

export async function privateText(page: Page): Promise<string> {
	return Object.values(await privateFiles(page)).join('\n');
}
