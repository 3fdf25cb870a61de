/** A strict reader of RFC 4180 with semicolons: anything else than the exact form is refused. */
export function readCsv(text: string): string[][] {
	if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
	if (!text.endsWith('\r\n')) throw new Error('the last row does not end');
	const rows: string[][] = [[]];
	let at = 1;
	while (at < text.length) {
		const [field, next] = readField(text, at);
		rows.at(-1)?.push(field);
		at = next + 1;
		if (text[next] === ';') continue;
		if (!text.startsWith('\r\n', next)) throw new Error(`no end of a row at ${next}`);
		at = next + 2;
		if (at < text.length) rows.push([]);
	}
	return rows;
}

/** @returns the field and the place just after it */
function readField(text: string, start: number): [string, number] {
	if (text[start] !== '"') {
		const [bare = ''] = /^[^;"\r\n]*/.exec(text.slice(start)) ?? [];
		return [bare, start + bare.length];
	}
	const [quoted] = /^"(?:[^"]|"")*"/.exec(text.slice(start)) ?? [];
	if (quoted === undefined) throw new Error(`a quote that does not close at ${start}`);
	return [quoted.slice(1, -1).replaceAll('""', '"'), start + quoted.length];
}
