import type { StoreNames } from 'idb';
import type { TextChange } from '$lib/domain/text/text-change';
import { isTopics, type Answer, type Topics } from '$lib/domain/measurement/measurement';
import type { Schema } from '$lib/storage/schema';
import { measurementOf, responseOf } from '../../builders/records';
import { sheetOf } from '../../builders/stored-records';
import type { Tab } from './two-tabs';

/**
 * Every field of every record that is stored: what people can do with it in two tabs at once. A field that is
 * missing here does not compile.
 */

export const partnershipId = 'a'.repeat(32);
export const measurement = measurementOf(partnershipId, 'b'.repeat(32));
export const sheet = sheetOf(measurement, '00000000a1', { way: 'phone' });
const measurementId = measurement.id;
const [itemId, dimensionId, groupId] = ['waardering-inzet-gezien', 'waardering', 'gemeente'];

/**
 * What someone does on a page that is open in a tab; resolves when it is stored, or when the page says why it is not.
 */
interface Edit {
	/** Opens the page in this tab. */
	open(tab: Tab): Promise<OpenedEdit>;
}

export interface OpenedEdit {
	/** @param value a word that nobody else writes, or a number from 1 to 5 */
	change(word: string, number: 1 | 2 | 3 | 4 | 5): void | Promise<void>;
	/** What the page shows, for texts and choices. */
	shown(): string | number | boolean | null | undefined;
	/** Whether the page keeps what it showed until people have saved: a form that was opened to change something. */
	isHeld?: boolean;
	/** For a form with a button: why it was not stored, in Dutch. */
	refusal?(): string | undefined;
	/**
	 * For a text in a field: what the field holds after each letter, and how it last changed because of another tab.
	 */
	field?: { write(text: string): void; joined(): TextChange | undefined };
	stop?: () => void;
}

export interface Field {
	/** `text`: no word may be lost. `choice`: the last one counts. `form`: a text that is stored with a button. */
	kind: 'text' | 'choice' | 'form';
	edit: Edit;
	/** What is stored of it. */
	stored(read: Reader): Promise<string | number | boolean | null | undefined>;
}

/** At a statement no topics are stored. */
function scoreOf(stored: { answer: Answer | Topics | null } | undefined): Answer | null | undefined {
	return isTopics(stored?.answer) ? undefined : stored?.answer;
}

/** A field that two tabs cannot change at once, and why. */
type Fixed = string;
type Reader = <Store extends StoreNames<Schema>>(
	store: Store,
	key: Schema[Store]['key']
) => Promise<Schema[Store]['value'] | undefined>;

/** Of a union, the fields of every member. */
type FieldsOf<Value> = Value extends unknown ? keyof Value & string : never;
export type Plan = {
	[Store in StoreNames<Schema>]: Record<FieldsOf<Schema[Store]['value']>, Field | Fixed>;
};

const ID = 'made with the record, and never changed';
const ONCE = 'chosen when the record is made, and never changed';

async function openReview(tab: Tab) {
	const review = new tab.CommitmentsToReview({ partnershipId });
	const stop = review.start();
	for (let time = 0; time < 1000 && !review.pending; time += 1) await new Promise((resolve) => setTimeout(resolve));
	const reviewed = review.pending?.find(({ commitment }) => commitment.id === 'afspraak');
	if (!reviewed) throw new Error('The commitment is not there');
	return { reviewed, stop };
}

function formOn(field: 'name' | 'nextDate'): Edit {
	return {
		open: async (tab) => {
			const desk = new tab.PartnershipDesk(partnershipId);
			const stop = desk.start();
			for (let time = 0; time < 1000 && !desk.partnership; time += 1)
				await new Promise((resolve) => setTimeout(resolve));
			const form = new tab.FormFields<Record<string, string>>(
				{ [field]: desk.partnership?.[field] ?? '' },
				{ [field]: field }
			);
			let refusal: string | undefined;
			return {
				change: async (word, number) => {
					form.written[field] = field === 'name' ? word : `2030-01-0${number}`;
					refusal = field === 'name' ? await desk.rename(form as never) : await desk.planNext(form as never);
				},
				shown: () => {
					// As the component does.
					if (desk.partnership) form.hear({ [field]: desk.partnership[field] });
					return form.written[field];
				},
				refusal: () => refusal,
				stop
			};
		}
	};
}

function nameAndDate(field: 'name' | 'date'): Edit {
	return {
		open: async (tab) => {
			const desk = await tab.MeasurementDesk.open(measurementId);
			const stop = desk.follow();
			const { name, date } = desk.measurement;
			const form = new tab.FormFields({ name, date }, { name: 'Naam', date: 'Datum' });
			let refusal: string | undefined;
			return {
				change: async (word, number) => {
					form.written[field] = field === 'name' ? word : `2027-01-0${number}`;
					refusal = await desk.rename(form);
				},
				shown: () => {
					form.hear(desk.measurement);
					return form.written[field];
				},
				refusal: () => refusal,
				stop
			};
		}
	};
}

const peopleOfSide: Edit = {
	open: async (tab) => {
		const desk = await tab.MeasurementDesk.open(measurementId);
		const stop = desk.follow();
		const fields = () => ({ [groupId]: `${desk.measurement.groups[0]?.people ?? ''}` });
		const form = new tab.FormFields<Record<string, string>>(fields(), { [groupId]: 'Aantal mensen' });
		let refusal: string | undefined;
		return {
			change: async (_word, number) => {
				form.written[groupId] = `${number}`;
				refusal = await desk.setPeople(form);
			},
			shown: () => {
				form.hear(fields());
				return form.written[groupId];
			},
			refusal: () => refusal,
			stop
		};
	}
};

function commitmentForm(field: 'what' | 'who' | 'by'): Edit {
	return {
		open: async (tab) => {
			const commitments = new tab.Commitments(measurement);
			const stop = commitments.start();
			for (let time = 0; time < 1000 && !commitments.list; time += 1)
				await new Promise((resolve) => setTimeout(resolve));
			const seen = commitments.list?.find(({ id }) => id === 'afspraak');
			if (!seen) throw new Error('The commitment is not there');
			let [refusal, written]: [string | undefined, string] = [undefined, seen[field]];
			return {
				change: async (word, number) => {
					written = field === 'by' ? `2030-01-0${number}` : word;
					const outcome = await commitments.change(seen, { [field]: written });
					refusal = outcome.kind === 'refused' ? outcome.problems.join(' ') : undefined;
				},
				shown: () => written,
				isHeld: true,
				refusal: () => refusal,
				stop
			};
		}
	};
}

const openFilling = async (tab: Tab) => {
	const filling = await tab.Filling.open(measurementId);
	return { filling, stop: filling.follow() };
};
const openAgreed = async (tab: Tab) => {
	const agreed = await tab.AgreedScores.open(measurementId);
	return { agreed, stop: agreed.follow() };
};
const openChoices = async (tab: Tab) => {
	const choices = await tab.ReportChoices.open(measurementId);
	return { choices, stop: choices.follow() };
};
const openSheet = async (tab: Tab) => {
	const found = await tab.Sheet.resume(sheet.invitation, 'phone', tab.loadQuestionnaire);
	if (!found) throw new Error('The sheet is not there');
	return { found, stop: found.follow() };
};

export const plan: Plan = {
	partnerships: {
		id: ID,
		createdAt: ID,
		example: ONCE,
		name: {
			kind: 'form',
			edit: formOn('name'),
			stored: async (read) => (await read('partnerships', partnershipId))?.name
		},
		nextDate: {
			kind: 'form',
			edit: formOn('nextDate'),
			stored: async (read) => (await read('partnerships', partnershipId))?.nextDate
		},
		tags: {
			// Each adds one of its own: none may be lost.
			kind: 'text',
			edit: {
				open: async (tab) => {
					const desk = new tab.PartnershipDesk(partnershipId);
					const stop = desk.start();
					for (let time = 0; time < 1000 && !desk.partnership; time += 1)
						await new Promise((resolve) => setTimeout(resolve));
					return {
						change: async (word) => void (await desk.addTag(word)),
						shown: () => desk.partnership?.tags?.join(' '),
						stop
					};
				}
			},
			stored: async (read) => (await read('partnerships', partnershipId))?.tags?.join(' ')
		}
	},
	measurements: {
		id: ID,
		partnershipId: ID,
		createdAt: ID,
		questionnaire: ONCE,
		// Of a side only how many people it has.
		groups: {
			kind: 'form',
			edit: peopleOfSide,
			stored: async (read) => `${(await read('measurements', measurementId))?.groups[0]?.people ?? ''}`
		},
		privacy: ONCE,
		asksTrend: ONCE,
		sealed: 'only ever becomes true, over what is stored; see measurement-desk.test.ts',
		ways: 'grows with what is handed in, over what is stored: see `responses`',
		name: {
			kind: 'form',
			edit: nameAndDate('name'),
			stored: async (read) => (await read('measurements', measurementId))?.name
		},
		date: {
			kind: 'form',
			edit: nameAndDate('date'),
			stored: async (read) => (await read('measurements', measurementId))?.date
		},
		status: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const desk = await tab.MeasurementDesk.open(measurementId);
					return {
						change: async (_word, number) => (number > 2 ? desk.reopen() : desk.close()),
						shown: () => desk.measurement.status,
						stop: desk.follow()
					};
				}
			},
			stored: async (read) => (await read('measurements', measurementId))?.status
		},
		agenda: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const chosen = await tab.ChosenTopics.open(measurementId);
					return {
						change: (_word, number) => chosen.choose([dimensionId, `onderwerp-${number}`]),
						shown: () => chosen.ids.join(),
						stop: chosen.follow()
					};
				}
			},
			stored: async (read) => (await read('measurements', measurementId))?.agenda?.join() ?? ''
		}
	},
	answers: {
		responseId: ID,
		itemId: ID,
		measurementId: ID,
		groupId: ID,
		revision: 'counted within the transaction',
		answer: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { filling, stop } = await openFilling(tab);
					return {
						change: (_word, number) => filling.choose(groupId, itemId, number),
						shown: () => filling.answerOf(groupId, itemId),
						stop
					};
				}
			},
			stored: async (read) => scoreOf(await read('answers', [`${measurementId}:${groupId}`, itemId]))
		}
	},
	notes: {
		measurementId: ID,
		itemId: ID,
		text: {
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { filling, stop } = await openFilling(tab);
					return {
						change: (word) => filling.writeNote(itemId, `${filling.noteOf(itemId)} ${word}`),
						shown: () => filling.noteOf(itemId),
						field: {
							write: (text) => filling.writeNote(itemId, text),
							joined: () => filling.noteJoined(itemId)
						},
						stop
					};
				}
			},
			stored: async (read) => (await read('notes', [measurementId, itemId]))?.text
		}
	},
	positions: {
		measurementId: ID,
		dimensionId: 'one place a measurement: the last page that was open counts'
	},
	responses: {
		id: ID,
		measurementId: ID,
		groupId: ONCE,
		revision: 'a newer one replaces an older one, judged within the transaction',
		notes: ONCE,
		trends: ONCE,
		topics: ONCE,
		answers: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const desk = await tab.MeasurementDesk.open(measurementId);
					return {
						change: async (_word, number) => {
							const changes = { revision: number, answers: { [itemId]: number } };
							await desk.takeIn([responseOf(measurementId, '00000000c3', changes)], 'phone');
						},
						shown: () => undefined,
						stop: desk.follow()
					};
				}
			},
			stored: async (read) => (await read('responses', '00000000c3'))?.answers[itemId]
		}
	},
	sheets: {
		responseId: ID,
		way: ID,
		invitation: ID,
		measurementId: ID,
		link: ID,
		terms: ID,
		revision: 'counted within the transaction',
		groupId: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { found, stop } = await openSheet(tab);
					return {
						change: (_word, number) => found.changeGroup(number > 2 ? 'verenigingen' : 'gemeente'),
						shown: () => found.groupId,
						stop
					};
				}
			},
			stored: async (read) => (await read('sheets', sheet.responseId))?.groupId
		},
		finished: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { found, stop } = await openSheet(tab);
					return {
						change: (_word, number) => (number > 2 ? found.finish() : found.reopen()),
						shown: () => found.finished,
						stop
					};
				}
			},
			stored: async (read) => (await read('sheets', sheet.responseId))?.finished
		}
	},
	sheetEntries: {
		responseId: ID,
		itemId: ID,
		answer: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { found, stop } = await openSheet(tab);
					return { change: (_word, number) => found.choose(itemId, number), shown: () => found.answerOf(itemId), stop };
				}
			},
			stored: async (read) => scoreOf(await read('sheetEntries', [sheet.responseId, itemId]))
		},
		note: {
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { found, stop } = await openSheet(tab);
					return {
						change: (word) => found.writeNote(itemId, `${found.noteOf(itemId)} ${word}`),
						shown: () => found.noteOf(itemId),
						field: { write: (text) => found.writeNote(itemId, text), joined: () => found.noteJoined(itemId) },
						stop
					};
				}
			},
			stored: async (read) => (await read('sheetEntries', [sheet.responseId, itemId]))?.note
		}
	},
	sheetTrends: {
		responseId: ID,
		dimensionId: ID,
		trend: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { found, stop } = await openSheet(tab);
					return {
						change: (_word, number) => found.chooseTrend(dimensionId, number > 2 ? 'better' : 'worse'),
						shown: () => found.trendOf(dimensionId),
						stop
					};
				}
			},
			stored: async (read) => (await read('sheetTrends', [sheet.responseId, dimensionId]))?.trend
		}
	},
	agreedScores: {
		measurementId: ID,
		dimensionId: ID,
		edits: 'counted within the transaction',
		score: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { agreed, stop } = await openAgreed(tab);
					return {
						change: (_word, number) => agreed.choose(dimensionId, number),
						shown: () => agreed.scoreOf(dimensionId),
						stop
					};
				}
			},
			stored: async (read) => (await read('agreedScores', [measurementId, dimensionId]))?.score
		},
		note: {
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { agreed, stop } = await openAgreed(tab);
					return {
						change: (word) => agreed.writeNote(dimensionId, `${agreed.noteOf(dimensionId)} ${word}`),
						shown: () => agreed.noteOf(dimensionId),
						field: {
							write: (text) => agreed.writeNote(dimensionId, text),
							joined: () => agreed.noteJoined(dimensionId)
						},
						stop
					};
				}
			},
			stored: async (read) => (await read('agreedScores', [measurementId, dimensionId]))?.note
		}
	},
	settings: {
		key: ID,
		value: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					let shown: string | undefined;
					return {
						change: async (_word, number) => {
							const outcome = await tab.saveAppAddress(`https://meter${number}.gemeente.be/`);
							if (outcome.kind === 'good') shown = outcome.address;
						},
						shown: () => shown,
						stop: tab.followAppAddress('https://hier.be/', (address) => (shown = address))
					};
				}
			},
			stored: async (read) => {
				const value = (await read('settings', 'appAddress'))?.value;
				return typeof value === 'string' ? value : undefined;
			}
		}
	},
	commitments: {
		id: ID,
		partnershipId: ID,
		measurementId: ID,
		adviceId: ONCE,
		dimensionId: ONCE,
		createdAt: ID,
		edits: 'counted within the transaction',
		what: {
			kind: 'form',
			edit: commitmentForm('what'),
			stored: async (read) => (await read('commitments', 'afspraak'))?.what
		},
		who: {
			kind: 'form',
			edit: commitmentForm('who'),
			stored: async (read) => (await read('commitments', 'afspraak'))?.who
		},
		by: {
			kind: 'form',
			edit: commitmentForm('by'),
			stored: async (read) => (await read('commitments', 'afspraak'))?.by
		},
		status: {
			kind: 'choice',
			edit: {
				open: async (tab) => {
					const { reviewed, stop } = await openReview(tab);
					return {
						change: (_word, number) => reviewed.choose(number > 2 ? 'done' : 'busy'),
						shown: () => reviewed.commitment.status,
						stop
					};
				}
			},
			stored: async (read) => (await read('commitments', 'afspraak'))?.status
		},
		note: {
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { reviewed, stop } = await openReview(tab);
					return {
						change: (word) => reviewed.writeNote(`${reviewed.note} ${word}`),
						shown: () => reviewed.note,
						field: { write: (text) => reviewed.writeNote(text), joined: () => reviewed.noteJoined },
						stop
					};
				}
			},
			stored: async (read) => (await read('commitments', 'afspraak'))?.note
		}
	},
	reportChoices: {
		measurementId: ID,
		adviceIds: {
			// Each ticks a tip of its own: none may be lost.
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { choices, stop } = await openChoices(tab);
					return {
						change: (word) => choices.tick(word, true, ['eerste']),
						shown: () => choices.adviceIds?.join(' '),
						stop
					};
				}
			},
			stored: async (read) => (await read('reportChoices', measurementId))?.adviceIds?.join(' ')
		},
		ownWords: {
			kind: 'text',
			edit: {
				open: async (tab) => {
					const { choices, stop } = await openChoices(tab);
					return {
						change: (word) => choices.writeOwnWords(`${choices.ownWords} ${word}`),
						shown: () => choices.ownWords,
						field: { write: (text) => choices.writeOwnWords(text), joined: () => choices.wordsJoined },
						stop
					};
				}
			},
			stored: async (read) => (await read('reportChoices', measurementId))?.ownWords
		}
	},
	questionnaires: {
		id: ID,
		version: ID,
		addedAt: ID,
		content:
			'what is kept under an id and version never changes: the second is refused, see questionnaire-shelf.test.ts'
	},
	questionnaireDrafts: {
		id: ID,
		content: 'each field and each move on its own, over what is stored: see questionnaire-draft.test.ts',
		base: ONCE,
		change: 'one sentence about the whole: the last one counts'
	},
	summaries: {
		measurementId: ID,
		rules: 'a cache, made within one transaction',
		summary: 'a cache, made within one transaction'
	},
	showings: {
		measurementId: ID,
		device: 'handed over within one transaction: see showing-once.test.ts',
		turn: 'counted within the transaction that hands over',
		shownOver: 'written once, within the transaction that seals: see showing-once.test.ts'
	},
	letterboxes: {
		measurementId: ID,
		roomId: ID,
		roomSecret: 'made once, with its room',
		publicKey: 'made once, with its room',
		privateKey: 'made once, and erased within the transaction that seals: see letterboxes.test.ts',
		openedOn: 'written once, with its room',
		status: 'said of one room within one transaction: see letterboxes.test.ts',
		reopens: 'said with the status, within the same transaction'
	},
	meta: {
		key: ID,
		epoch: 'of this database',
		sequence: 'counted within each transaction',
		piles: 'counted within each transaction',
		by: 'counted within each transaction',
		uncompared: 'changed within the transaction: see faults/acknowledged.test.ts',
		compatibleFrom: 'of this database',
		savedAt: 'changed within the transaction: see backup.test.ts',
		changed: 'changed within the transaction: see backup.test.ts',
		file: 'changed within the transaction: see backup.test.ts',
		watch: 'changed within the transaction: see backup.test.ts'
	}
};
