/** The steps of the path of a measurement. */
export type PathStep = 'prepare' | 'answer' | 'talk' | 'agree';

/** What each is called on the screen. */
export const pathNames: Record<PathStep, string> = {
	prepare: 'Klaarzetten',
	answer: 'Antwoorden',
	talk: 'Praten',
	agree: 'Afspreken'
};
