import type { Dimension, Questionnaire } from './questionnaire';

/**
 * What a participant needs of a questionnaire to fill it in: no tips, prompts, sources or changes, and names where
 * nobody reads the description. Every id stays, in the same order, so answers fit the whole questionnaire.
 */
export function fillingPart(questionnaire: Questionnaire): Questionnaire {
	const { format, id, version, language, title, minutes, roles, scale, frame, closing, themes } = questionnaire;
	return {
		format,
		id,
		version,
		...(language && { language }),
		title,
		summary: title,
		minutes,
		roles,
		scale,
		frame,
		closing,
		themes: themes.map((theme) => ({
			id: theme.id,
			name: theme.name,
			description: theme.name,
			dimensions: theme.dimensions.map(fillingDimension)
		})),
		generalPrompts: [],
		sources: [],
		exceptions: [],
		changes: []
	};
}

function fillingDimension({ id, name, shortName, radarLabel, items }: Dimension): Dimension {
	return { id, name, shortName, radarLabel, description: name, restsOn: [], items, tips: [], prompts: [] };
}
