/**
 * The cells of a file as a spreadsheet reads them that expects this separator, whichever it was written with: a quote
 * counts only where a cell begins, and what stands behind the closing one is part of the cell.
 */
export function cellsWith(separator: string, text: string): string[] {
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = text.startsWith('\uFEFF') ? 1 : 0, start = at; at < text.length; at += 1) {
		const character = text.charAt(at);
		if (quoted && character === '"' && text.charAt(at + 1) === '"') {
			cell += '"';
			at += 1;
		} else if (quoted && character === '"') quoted = false;
		else if (!quoted && character === '"' && at === start) quoted = true;
		else if (!quoted && (character === separator || character === '\n' || character === '\r')) {
			cells.push(cell);
			cell = '';
			start = at + 1;
		} else cell += character;
	}
	return [...cells, cell];
}

/** As a program does that knows no quotes at all: it leaves out those around a cell. */
export function cellsWithoutQuotes(separator: string, text: string): string[] {
	return text
		.slice(1)
		.split(new RegExp(`[\\r\\n${separator}]`))
		.map((cell) => cell.replace(/^"+|"+$/g, ''));
}
