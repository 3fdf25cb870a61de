import { compareVersions, type Questionnaire } from '$lib/domain/questionnaire';

// The build refuses a file in questions/ that does not pass the content check, so these are parsed questionnaires.
const files = import.meta.glob<Questionnaire>('/questions/*/*.json', { import: 'default' });

export interface QuestionnaireRef {
	id: string;
	version: string;
}

/** A measurement refers to a questionnaire version that neither this app nor this device has. */
export class UnknownQuestionnaireError extends Error {
	constructor(readonly ref: QuestionnaireRef) {
		super(
			isPublished(ref.id)
				? `De vragenlijst "${ref.id}" in versie ${ref.version} zit niet in deze versie van de app. Maak verbinding met het internet en laad de pagina opnieuw. Helpt dat niet, vraag dan aan je begeleider een nieuwe link.`
				: `De vragenlijst "${ref.id}" in versie ${ref.version} is een eigen vragenlijst, en die staat niet op dit toestel. Vraag een bestand aan de collega die ze heeft: open een bestand met metingen bij "Gegevens", of de vragenlijst zelf bij "Vragenlijsten". Daarna kan je hier verder.`
		);
		this.name = 'UnknownQuestionnaireError';
	}
}

/** Whether the app itself uses this id, in any version. */
export function isPublished(id: string): boolean {
	return listQuestionnaires().some((ref) => ref.id === id);
}

/** @throws UnknownQuestionnaireError */
export async function loadQuestionnaire(ref: QuestionnaireRef): Promise<Questionnaire> {
	const load = files[`/questions/${ref.id}/${ref.version}.json`];
	if (!load) throw new UnknownQuestionnaireError(ref);
	return load();
}

/** The newest version of each questionnaire, the main one first. */
export async function loadNewestQuestionnaires(): Promise<Questionnaire[]> {
	const newest = new Map<string, QuestionnaireRef>();
	for (const ref of listQuestionnaires()) {
		const known = newest.get(ref.id);
		if (!known || compareVersions(known.version, ref.version) < 0) newest.set(ref.id, ref);
	}
	const refs = [...newest.values()].sort((a, b) => Number(b.id === MAIN_ID) - Number(a.id === MAIN_ID));
	return Promise.all(refs.map(loadQuestionnaire));
}

const MAIN_ID = 'samenwerking';

function listQuestionnaires(): QuestionnaireRef[] {
	return Object.keys(files).flatMap((path) => {
		const [, id, version] = /^\/questions\/([^/]+)\/(.+)\.json$/.exec(path) ?? [];
		return id !== undefined && version !== undefined ? [{ id, version }] : [];
	});
}
