import type { PutBack } from '$lib/storage/put-back';

/** What undoing a removal met, in Dutch; undefined when all is as it was. */
export function putBackWords({ met, refused }: PutBack): string | undefined {
	if (refused) {
		return 'Niet alles kon terug: intussen staat er iets anders op dit toestel met hetzelfde nummer. Wat er nu staat, blijft.';
	}
	return met
		? 'Teruggezet. Een deel was intussen al terug op dit toestel, en is daar anders. Wat er nu staat, bleef; wat ontbrak, is erbij gezet. Kijk even na of alles klopt.'
		: undefined;
}
