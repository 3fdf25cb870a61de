import { readFileSync } from 'node:fs';
import { dimensionsOf, type Questionnaire } from '../../../src/lib/domain/questionnaire/questionnaire';
import { firstScreen } from '../setting/contents';

/** The limit: the same screens and presses in one file, written by hand. */
export function floorPage(questionnaire: Questionnaire): string {
	const { occasion, introduction, promise, groups } = firstScreen(questionnaire);
	const [bold = '', ...rest] = promise;
	const parts: Record<string, string> = {
		style: source('style.css'),
		script: source('script.js'),
		content: JSON.stringify(contentOf(questionnaire)),
		occasion,
		introduction,
		promise: `<p><strong>${bold}</strong></p><ul>${rest.map((line) => `<li>${line}</li>`).join('')}</ul>`,
		groups: groups
			.map((name, index) => `<label><input type="radio" name="group" value="${index}" required>${name}</label>`)
			.join('')
	};
	return source('page.html').replace(/\{\{(\w+)\}\}/g, (_place, name: string) => parts[name] ?? '');
}

function contentOf(questionnaire: Questionnaire) {
	return {
		...questionnaire.scale,
		frame: questionnaire.frame,
		sections: dimensionsOf(questionnaire).map(({ dimension, theme }) => [
			theme.name,
			dimension.name,
			dimension.items.map(({ statement, explanation }) => [statement, explanation])
		])
	};
}

function source(file: string): string {
	return readFileSync(`tests/bench/floor/${file}`, 'utf8').replace(/^\t+/gm, '').trim();
}
