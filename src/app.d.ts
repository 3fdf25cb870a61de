declare module 'virtual:design-tokens.css';

/** Which questionnaires are in questions/. */
declare module 'virtual:published-questionnaires' {
	export const published: readonly { id: string; version: string }[];
}

/** By id and version: the filling part of each questionnaire in questions/. */
declare module 'virtual:statements' {
	import type { Questionnaire } from '$lib/domain/questionnaire';
	export const statements: Readonly<Record<string, (() => Promise<Questionnaire>) | undefined>>;
}
