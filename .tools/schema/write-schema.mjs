// Writes the JSON Schemas from the zod schemas: of questions/ for editors, of the exchange file for other programs.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { loadTypeScript } from '../build/vite-plugins.mjs';

const { questionnaireJsonSchema } = await loadTypeScript('.tools/build/questionnaire-files.ts');
const { exchangeFileJsonSchema } = await loadTypeScript('.tools/schema/exchange-file-schema.ts');

const schemas = {
	'questions/questionnaire.schema.json': questionnaireJsonSchema(),
	'static/exchange-file.schema.json': exchangeFileJsonSchema()
};
for (const [path, schema] of Object.entries(schemas)) {
	const json = await format(JSON.stringify(schema), { parser: 'json', useTabs: true, printWidth: 120 });
	writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), json);
	console.log(path);
}
