/**
 * The cells of a file as a spreadsheet reads them that expects this separator, whichever it was written with: a quote
 * counts only where a cell begins, and what stands behind the closing one is part of the cell.
 */
export function cellsWith(separator: string, text: string): string[] {
	const cells: string[] = [];
	let cell = '';
	let quoted = false;
	for (let at = text.startsWith('\uFEFF') ? 1 : 0, start = at; at < text.length; at += 1) {
		const sign = text.charAt(at);
		if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
			cell += '"';
			at += 1;
		} else if (quoted && sign === '"') quoted = false;
		else if (!quoted && sign === '"' && at === start) quoted = true;
		else if (!quoted && (sign === separator || sign === '\n' || sign === '\r')) {
			cells.push(cell);
			cell = '';
			start = at + 1;
		} else cell += sign;
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
