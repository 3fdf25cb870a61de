import { TextRun } from 'docx';
import { xmlCharacters } from '$lib/domain/text/xml-characters';
import type { Text } from '$lib/report/model/report-model';

/** Letters that are read from right to left, with what stands between two of them. */
const FROM_RIGHT =
	/([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^\p{L}\p{N}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*)/u;
const STYLES = { strong: 'Strong', muted: 'Muted' } as const;

/** Running text: each look a style, each line of it a line, and Arabic and Hebrew marked as such. */
export function runsOf(text: Text): TextRun[] {
	return text.flatMap(({ text: words, look }) =>
		xmlCharacters(words)
			.split('\n')
			.flatMap((line, row) => lineRuns(line, row > 0, look && STYLES[look]))
	);
}

function lineRuns(line: string, onNewLine: boolean, style: string | undefined): TextRun[] {
	const look = style ? { style } : {};
	const pieces = line
		.split(FROM_RIGHT)
		.flatMap((text, index) => (text === '' ? [] : [{ text, isRight: index % 2 === 1 }]));
	const runs = pieces.map(({ text, isRight }) => new TextRun({ ...look, text, ...(isRight && { rightToLeft: true }) }));
	return onNewLine ? [new TextRun({ ...look, break: 1 }), ...runs] : runs;
}
