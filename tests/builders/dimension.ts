import type { Dimension } from '$lib/domain/questionnaire/questionnaire';

/** A dimension of two statements, without tips or prompts. */
export function aDimension(changes: Partial<Dimension> = {}): Dimension {
	return {
		id: 'waardering',
		name: 'Waardering voor vrijwilligers',
		shortName: 'Waardering',
		radarLabel: ['Waardering'],
		description: 'Hoe de inzet van vrijwilligers gezien wordt.',
		restsOn: [{ source: 'gids', section: 'Hoofdstuk 2' }],
		items: [
			{ id: 'inzet', statement: 'De inzet wordt gezien.', explanation: 'Bijvoorbeeld een bedankje.' },
			{ id: 'feest', statement: 'Samen vieren hoort erbij.', explanation: 'Bijvoorbeeld een etentje.' }
		],
		tips: [],
		prompts: [],
		...changes
	};
}
