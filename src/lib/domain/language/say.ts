/**
 * The app's own words in the language of the questionnaire, where participants read them: the Dutch text at its place
 * of use is the key of a table that is loaded only when there is another language; without one everything is Dutch.
 * Why: docs/decisions/0026-words-of-participants.md.
 */

/** By Dutch text; what was a value in it is `{0}`, `{1}` and on, in both. */
export type Table = Readonly<Record<string, string>>;

/** On the global object: each part that the participant's page loads later has a copy of this module. */
const spoken: { wordsOfParticipants?: Table | undefined } = globalThis as object;

/** As `t`, in some language. */
export type Say = typeof t;

/** From here on; what is on the screen already stays as it is. @param table undefined: Dutch */
export function speak(table: Table | undefined): void {
	spoken.wordsOfParticipants = table;
}

/** A text of the app, written in Dutch: t`Stelling ${at} van ${total}`. */
export function t(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
	return put(said(keyOf(parts)), values);
}

/** A Dutch text that was made elsewhere, such as the message of an error; itself where the table does not have it. */
export function said(dutch: string): string {
	return spoken.wordsOfParticipants?.[dutch] ?? dutch;
}

/** The same with a table that is given, for a page of which only a part speaks another language. */
export function sayIn(table: Table | undefined): Say {
	return (parts, ...values) => {
		const key = keyOf(parts);
		return put(table?.[key] ?? key, values);
	};
}

function keyOf(parts: readonly string[]): string {
	return parts.reduce((before, part, at) => `${before}{${at - 1}}${part}`);
}

function put(text: string, values: readonly (string | number)[]): string {
	return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
}
