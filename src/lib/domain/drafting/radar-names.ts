/** The short names of a dimension, made from its name: nobody has to think of a radar while writing. */

const SHORT_NAME = 16;
const LINE = 18;
const LINES = 3;

const LITTLE_WORDS = new Set('de het een en of van voor met in op bij naar tot te als om over elkaar'.split(' '));

/** The first word that says something, at most 16 characters; '' for no name. */
export function shortNameOf(name: string): string {
	const words = name.split(/\s+/).filter((word) => word !== '');
	const telling = words.find((word) => !LITTLE_WORDS.has(word.toLowerCase()) && word.length <= SHORT_NAME);
	const word = telling ?? words[0] ?? '';
	const cut = word.slice(0, SHORT_NAME);
	return cut.charAt(0).toUpperCase() + cut.slice(1);
}

/** One to three lines of at most 18 characters; what is beyond them becomes «…», and no name one empty line. */
export function radarLabelOf(name: string): string[] {
	const lines: string[] = [];
	for (const word of name.split(/\s+/).filter((part) => part !== '')) {
		const fitting = word.length > LINE ? `${word.slice(0, LINE - 1)}…` : word;
		const longer = `${lines.at(-1) ?? ''} ${fitting}`;
		if (lines.length > 0 && longer.length <= LINE) lines[lines.length - 1] = longer;
		else lines.push(fitting);
	}
	if (lines.length === 0) return [''];
	if (lines.length <= LINES) return lines;
	const last = lines[LINES - 1] ?? '';
	const cut = last.length < LINE ? last : last.slice(0, LINE - 1).replace(/(\S) \S*$/, '$1');
	return [...lines.slice(0, LINES - 1), `${cut}…`];
}
