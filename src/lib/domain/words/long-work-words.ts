import { counted, megabytes } from './counting-words';
import type { WorkPhase } from '$lib/domain/long-work';

/** What is going on, as a title of the progress. */
export const phaseWords: Record<WorkPhase, string> = {
	making: 'Het bestand wordt gemaakt',
	'making-again': 'Er wijzigde iets: het bestand wordt opnieuw gemaakt',
	saving: 'Het bestand wordt geschreven',
	tabulating: 'De tabel wordt gemaakt',
	reading: 'Het bestand wordt doorlopen',
	comparing: 'Het bestand wordt nagekeken en vergeleken met dit toestel',
	writing: 'Alles komt op dit toestel',
	'looking-back': 'Nakijken of er sindsdien iets wijzigde',
	'putting-back': 'Alles wordt teruggezet',
	settling: 'Alles wordt vastgelegd op dit toestel'
};

const inBytes: readonly WorkPhase[] = ['saving', 'reading'];

/** How far it is, such as «87 van 200 overleggen» or «12,0 van 80,3 MB». @param done at most `total` */
export function progressWords(phase: WorkPhase, done: number, total: number): string {
	if (inBytes.includes(phase)) return `${megabytes(done)} van ${megabytes(total)} MB`;
	if (phase === 'tabulating') return `${done} van ${counted(total, 'meting', 'metingen')}`;
	return `${done} van ${counted(total, 'overleg', 'overleggen')}`;
}
