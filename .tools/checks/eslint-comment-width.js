/** Columns of a line with a comment, a tab as four: a window with two files side by side shows it whole. */
const WIDEST = 120;
const TAB = ' '.repeat(4);
/** Svelte's parser gives the comments of scripts only: these are of its markup and styles. */
const IN_MARKUP = /<!--[^]*?-->|\/\*[^]*?\*\//g;

/** Comments stay within a width, as Prettier keeps code; a line with nothing but one long address may be wider. */
const rule = {
	meta: {
		type: 'layout',
		schema: [],
		messages: { wide: `At most ${WIDEST} columns in a comment; this line has {{ columns }}.` }
	},
	create: ({ sourceCode, report, filename }) => ({
		'Program:exit'() {
			const markup = filename.endsWith('.svelte') ? [...sourceCode.text.matchAll(IN_MARKUP)] : [];
			const ranges = [
				...sourceCode.getAllComments().map(({ range }) => range),
				...markup.map(({ index, 0: comment }) => [index, index + comment.length])
			];
			for (const line of new Set(ranges.flatMap((range) => linesOf(sourceCode, range)))) {
				const text = sourceCode.lines[line - 1].replaceAll('\t', TAB);
				const breakable = /\S\s+\S/.test(text.trim().replace(/^(\/\*\*?|\*|\/\/|<!--)\s*/, ''));
				if (text.length > WIDEST && breakable)
					report({ loc: { line, column: 0 }, messageId: 'wide', data: { columns: text.length } });
			}
		}
	})
};

/** @returns {number[]} the lines, from 1, that a range of the text stands on */
function linesOf(sourceCode, [start, end]) {
	const first = sourceCode.getLocFromIndex(start).line;
	return Array.from({ length: sourceCode.getLocFromIndex(end).line - first + 1 }, (_, index) => first + index);
}

export const commentWidth = {
	plugins: { comments: { rules: { width: rule } } },
	rules: { 'comments/width': 'error' }
};
