declare module 'virtual:design-tokens.css';

/** The script that every page begins with: src/page-guard.js. */
declare module 'virtual:page-guard' {
	const script: string;
	export default script;
}

/** Which questionnaires are in questions/. */
declare module 'virtual:published-questionnaires' {
	export const published: readonly { id: string; version: string }[];
}

/** By id and version: the filling part of each questionnaire in questions/. */
declare module 'virtual:statements' {
	import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
	export const statements: Readonly<Record<string, (() => Promise<Questionnaire>) | undefined>>;
}

/** The picture of the example on the first screen: .tools/build/example-tafel.ts. */
declare module 'virtual:example-tafel' {
	import type { Tafel } from '$lib/charts/tafel/tafel-data';
	const tafel: Tafel;
	export default tafel;
}
