import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { questionnaireSchema } from '../../src/lib/domain/questionnaire/schema';
import type { CheckOutcome } from '../../src/lib/domain/questionnaire/check';
import { checkQuestionnaireText, describeProblem } from '../../src/lib/domain/questionnaire/check-text';
import { z } from '../../src/lib/domain/zod';

export { describeProblem };

export interface FileReport {
	/** Path relative to the folder that was checked. */
	file: string;
	outcome: CheckOutcome;
}

/** Every questionnaire below the folder, with the outcome of the content check. */
export function checkFolder(folder: string): FileReport[] {
	return jsonFiles(folder).map((path) => ({
		file: relative(folder, path),
		outcome: checkQuestionnaireText(readFileSync(path, 'utf8'))
	}));
}

function jsonFiles(folder: string): string[] {
	return readdirSync(folder)
		.sort()
		.map((name) => join(folder, name))
		.flatMap((path) => {
			if (statSync(path).isDirectory()) return jsonFiles(path);
			return path.endsWith('.json') && !path.endsWith('.schema.json') ? [path] : [];
		});
}

/** The JSON Schema for editors, generated from the zod schema. */
export function questionnaireJsonSchema(): unknown {
	return { title: 'Vragenlijst', ...z.toJSONSchema(questionnaireSchema, { io: 'input' }) };
}
