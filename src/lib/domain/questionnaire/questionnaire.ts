import type { z } from '$lib/domain/zod';
import type * as schema from './schema';

export type Questionnaire = z.infer<typeof schema.questionnaireSchema>;
export type Theme = z.infer<typeof schema.theme>;
export type Dimension = z.infer<typeof schema.dimension>;
export type Item = z.infer<typeof schema.item>;
export type Tip = z.infer<typeof schema.tip>;
/** Of one dimension. */
export type DimensionPrompt = z.infer<typeof schema.prompt>;
export type Prompt = DimensionPrompt | GeneralPrompt;
export type GeneralPrompt = z.infer<typeof schema.generalPrompt>;
export type Frame = z.infer<typeof schema.frame>;
export type ClosingQuestion = z.infer<typeof schema.closing>;
export type Source = z.infer<typeof schema.source>;
export type Level = z.infer<typeof schema.level>;

/** The dimensions in questionnaire order, each with the place of its theme. */
export function dimensionsOf(
	questionnaire: Questionnaire
): { dimension: Dimension; theme: Theme; themeIndex: number }[] {
	return questionnaire.themes.flatMap((theme, themeIndex) =>
		theme.dimensions.map((dimension) => ({ dimension, theme, themeIndex }))
	);
}

/** The items in questionnaire order: the order of the paper form and of packed answers. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
	return dimensionsOf(questionnaire).flatMap(({ dimension }) => dimension.items);
}

/** What a dimension or theme is called in a result; while people answer it has a plain `name`, which does not judge. */
function resultNameOf({ name, resultName }: { name: string; resultName?: string | undefined }): string {
	return resultName ?? name;
}

/** The same, with the names of a result: whatever shows one is given this, and reads `name`. */
export function namedForResult(questionnaire: Questionnaire): Questionnaire {
	const named = <Part extends Theme | Dimension>(part: Part): Part => ({ ...part, name: resultNameOf(part) });
	return {
		...questionnaire,
		themes: questionnaire.themes.map((theme) => ({ ...named(theme), dimensions: theme.dimensions.map(named) }))
	};
}

/** The names of the dimensions in a result, by id; where questionnaires differ, as the first that has it says. */
export function dimensionNames(questionnaires: readonly Questionnaire[]): ReadonlyMap<string, string> {
	const lastFirst = [...questionnaires].reverse();
	return new Map(
		lastFirst.flatMap((questionnaire) =>
			dimensionsOf(questionnaire).map(({ dimension }) => [dimension.id, resultNameOf(dimension)] as const)
		)
	);
}

/** The short title of a source in this list, as it is named beside what rests on it. */
export function sourceTitle(sources: readonly Source[], sourceId: string): string {
	return sources.find(({ id }) => id === sourceId)?.shortTitle ?? sourceId;
}
