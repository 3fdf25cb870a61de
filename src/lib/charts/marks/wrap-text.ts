import { graphemesOf } from '$lib/domain/text/graphemes';

/**
 * Lines of about so many signs, broken at spaces, or within a word that is longer; what is
 * beyond the last line becomes «…».
 */
export function wrapText(text: string, longest: number, mostLines: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).flatMap((part) => pieces(part, longest))) {
		const current = lines.at(-1);
		if (current !== undefined && current.length + 1 + word.length <= longest)
			lines[lines.length - 1] = `${current} ${word}`;
		else lines.push(word);
	}
	if (lines.length <= mostLines) return lines;
	return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''}…`];
}

/** Cut between signs, never within one such as «👍🏽». */
function pieces(word: string, longest: number): string[] {
	if (word.length <= longest) return word === '' ? [] : [word];
	const found = [''];
	for (const sign of graphemesOf(word)) {
		const last = found.at(-1) ?? '';
		if (last.length + sign.length > longest) found.push(sign);
		else found[found.length - 1] = last + sign;
	}
	return found.filter((piece) => piece !== '');
}
