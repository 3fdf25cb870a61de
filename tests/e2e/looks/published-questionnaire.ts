import { readFileSync } from 'node:fs';

/** The parsed file of a version in questions/. */
export function publishedQuestionnaire(id: string, version: string): object {
	return JSON.parse(readFileSync(`questions/${id}/${version}.json`, 'utf8')) as object;
}
