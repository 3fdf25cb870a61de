import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';

/** What the last step of a place is called on the screen. */
const fieldNames: ReadonlyMap<string, string> = new Map([
	['title', 'titel'],
	['summary', 'waarover ze gaat'],
	['name', 'naam'],
	['description', 'waarover het gaat'],
	['shortName', 'korte naam'],
	['statement', 'de stelling'],
	['explanation', 'voorbeeld'],
	['action', 'de tip'],
	['detail', 'hoe je begint'],
	['source', 'bron'],
	['section', 'waar in de bron'],
	['says', 'wat er staat'],
	['appliedFrom', 'waarover de bron spreekt'],
	['kind', 'wat voor document'],
	['shortTitle', 'korte titel'],
	['groupName', 'naam van de groep'],
	['text', 'wie de woorden zijn'],
	['question', 'de vraag'],
	['higher', 'de groep met de hoogste score'],
	['period', 'over welke tijd'],
	['unknown', 'naast de schaal']
]);

const partNames: ReadonlyMap<string, string> = new Map([
	['themes', 'Thema'],
	['dimensions', 'onderdeel'],
	['items', 'stelling'],
	['tips', 'tip'],
	['prompts', 'gespreksvraag'],
	['sources', 'Bron'],
	['roles', 'Groep'],
	['terms', 'Groep'],
	['points', 'Antwoord']
]);

/** «Thema 1, onderdeel Contacten, stelling 3, voorbeeld». @param at as in a remark: «themes.0.name» */
export function placeWords({ themes }: Questionnaire, at: string): string {
	const steps = at.split('.');
	const words = steps.flatMap((step, index) => {
		const number = Number(steps[index + 1]);
		const part = partNames.get(step);
		if (part !== undefined && Number.isInteger(number))
			return [`${part} ${nameOf(themes, steps, index) ?? number + 1}`];
		const isLast = index === steps.length - 1;
		return isLast && fieldNames.has(step) ? [fieldNames.get(step) ?? ''] : [];
	});
	const [first = 'Vragenlijst', ...others] = words;
	return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ');
}

function nameOf(themes: Questionnaire['themes'], steps: readonly string[], index: number): string | undefined {
	const theme = themes[Number(steps[1])];
	const named = steps[index] === 'dimensions' ? theme?.dimensions[Number(steps[3])] : undefined;
	return named && named.name !== '' ? `«${named.name}»` : undefined;
}
