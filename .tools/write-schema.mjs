// Writes the JSON Schema that editors use for questions/, from the one zod schema.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { loadTypeScript } from './vite-plugins.mjs';

const { questionnaireJsonSchema } = await loadTypeScript('.tools/questionnaire-files.ts');
const target = fileURLToPath(new URL('../questions/questionnaire.schema.json', import.meta.url));
const json = JSON.stringify(questionnaireJsonSchema());
writeFileSync(target, await format(json, { parser: 'json', useTabs: true, printWidth: 120 }));
console.log('questions/questionnaire.schema.json');
