import { UnknownQuestionnaireError } from '$lib/content/published';
import { idsIn } from '$lib/domain/drafting/draft-ids';
import type { BundledJointAnswer, MeasurementBundle, PartnershipBundle } from '$lib/domain/intake/bundle';
import { isTopics } from '$lib/domain/measurement/measurement';
import type { Questionnaire } from '$lib/domain/questionnaire/questionnaire';
import { answersClosing, holdsAll, questionnaireMisfit } from '$lib/domain/intake/response-fits';
import { askedIn, type AskedIds } from '$lib/domain/measurement/asked';
import { questionnaireKey, type QuestionnaireRef } from '$lib/domain/questionnaire/questionnaire-ref';
import { BundlesCheck } from '$lib/exchange/files/exchange-check';
import type { OpenedFile } from '$lib/exchange/files/streamed-file';
import type { Incoming, IncomingBundle } from '$lib/storage/bundles/plan-import';
import type { StoredQuestionnaire, StoredQuestionnaireDraft } from '$lib/storage/schema';
import { now } from '$lib/state/clock-and-ids';
import { asFileRefused, FileRefused } from '$lib/state/file-refused';
import { ownQuestionnaireProblem } from '$lib/state/questionnaires/own-questionnaire';
import { loadQuestionnaire } from '$lib/state/questionnaires/questionnaires';

const TOUCHED = 'Dit bestand is intussen gewijzigd. Op dit toestel is niets gewijzigd. Kies het bestand opnieuw.';

/** What was found when a partnership was read for the first time. */
interface Checked {
	problems: ReadonlyMap<string, string>;
	mark: number;
}

/**
 * A file on its way in. Each partnership is read from the file when it is asked for, checked the first time, and from
 * then on refused when it is not what was checked. Own questionnaires that are unsound are left out. A measurement of a
 * questionnaire that neither this device nor the file has is kept as it is.
 */
export class IncomingFile implements Incoming {
	/** The ids of those measurements, of what was read so far. */
	readonly unknownQuestionnaires = new Set<string>();
	readonly questionnaires: readonly StoredQuestionnaire[];
	readonly drafts: readonly StoredQuestionnaireDraft[];
	readonly unsound: ReadonlyMap<string, string>;
	#inFile: ReadonlyMap<string, { content: Questionnaire; unsound: string | null }>;
	#here = new Map<string, Promise<Questionnaire | undefined>>();
	#contradictions = new BundlesCheck();
	#checked: Checked[] = [];

	constructor(private readonly file: OpenedFile) {
		const inFile = file.questionnaires.map((content) => ({ content, unsound: ownQuestionnaireProblem(content) }));
		this.#inFile = new Map(inFile.map((one) => [questionnaireKey(one.content), one]));
		const sound = inFile.filter(({ unsound }) => unsound === null);
		this.questionnaires = sound.map(({ content }) => ({
			id: content.id,
			version: content.version,
			content,
			addedAt: now()
		}));
		this.drafts = file.drafts.filter(({ content }) => !hasIdTwice(content));
		this.unsound = new Map([
			...inFile.flatMap(({ content, unsound }) =>
				unsound === null
					? []
					: [
							[
								questionnaireKey(content),
								`De eigen vragenlijst "${content.title}" komt niet binnen. ${unsound}`
							] as const
						]
			),
			...file.drafts
				.filter(({ content }) => hasIdTwice(content))
				.map(
					({ id, content: { title } }) =>
						[
							id,
							`De vragenlijst "${title}" die nog niet klaar is, komt niet binnen: een id staat er twee keer in.`
						] as const
				)
		]);
	}

	get count(): number {
		return this.file.count;
	}

	/** @throws FileRefused */
	async partnership(index: number): Promise<IncomingBundle> {
		const read = await this.file.partnership(index).catch((cause: unknown) => {
			throw asFileRefused(cause);
		});
		const checked = this.#checked[index];
		if (read.kind === 'refused') throw new FileRefused(checked ? TOUCHED : read.reason);
		const { bundle, mark } = read;
		if (checked && checked.mark !== mark) throw new FileRefused(TOUCHED);
		const { problems } = checked ?? (this.#checked[index] = { problems: await this.#check(bundle), mark });
		return { ...bundle, problems };
	}

	/** What is wrong with each measurement by its questionnaire. */
	async #check(bundle: PartnershipBundle): Promise<ReadonlyMap<string, string>> {
		const contradiction = this.#contradictions.problemOf(bundle);
		if (contradiction !== undefined) throw new FileRefused(contradiction);
		const problems = new Map<string, string>();
		for (const one of bundle.measurements) {
			const problem = await this.#problemOf(one);
			if (problem !== undefined) problems.set(one.measurement.id, problem);
		}
		return problems;
	}

	async #problemOf(bundle: MeasurementBundle): Promise<string | undefined> {
		const ref = bundle.measurement.questionnaire;
		const brought = this.#inFile.get(questionnaireKey(ref));
		if (brought?.unsound) return `De eigen vragenlijst van deze meting komt niet binnen. ${brought.unsound}`;
		const questionnaire = await this.questionnaireOf(ref);
		if (questionnaire) return bundleProblem(bundle, questionnaire);
		this.unknownQuestionnaires.add(bundle.measurement.id);
		return undefined;
	}

	/** As it is here, or else as it is in the file; undefined when neither has it. */
	async questionnaireOf(ref: QuestionnaireRef): Promise<Questionnaire | undefined> {
		return (await this.#questionnaireHere(ref)) ?? this.#inFile.get(questionnaireKey(ref))?.content;
	}

	#questionnaireHere(ref: QuestionnaireRef): Promise<Questionnaire | undefined> {
		const loading = this.#here.get(questionnaireKey(ref)) ?? questionnaireHere(ref);
		this.#here.set(questionnaireKey(ref), loading);
		return loading;
	}
}

/** No screen can tell such parts apart. */
function hasIdTwice(content: Questionnaire): boolean {
	const ids = idsIn(content);
	return new Set(ids).size < ids.length;
}

/** Undefined when neither the app nor this device has it. */
async function questionnaireHere(ref: QuestionnaireRef): Promise<Questionnaire | undefined> {
	try {
		return await loadQuestionnaire(ref);
	} catch (cause) {
		if (cause instanceof UnknownQuestionnaireError) return undefined;
		throw cause;
	}
}

/** An answer to the closing question, or that it was taken back. */
function isChoice({ answer }: BundledJointAnswer): boolean {
	return answer === null || isTopics(answer);
}

function choiceFits({ itemId, answer }: BundledJointAnswer, asked: AskedIds): boolean {
	return itemId === asked.closing?.id && answersClosing(isTopics(answer) ? answer : [], asked);
}

function bundleProblem(bundle: MeasurementBundle, questionnaire: Questionnaire): string | undefined {
	const { measurement, responses, jointAnswers, notes, agreedScores } = bundle;
	const asked = askedIn(questionnaire);
	const misfits = new Set(responses.map((response) => questionnaireMisfit(response, asked)));
	const [chosen, scored] = [jointAnswers.filter(isChoice), jointAnswers.filter((joint) => !isChoice(joint))];
	const ofTheRoom = [...scored, ...notes].map(({ itemId }) => itemId);
	if (misfits.has('item') || !holdsAll(asked.itemIds, ofTheRoom))
		return 'Er zitten antwoorden in op stellingen die de vragenlijst niet heeft.';
	if (misfits.has('dimension'))
		return 'Er staat "beter dan vorige keer" of iets dergelijks in over een onderdeel dat de vragenlijst niet heeft.';
	if (misfits.has('topics') || !chosen.every((joint) => choiceFits(joint, asked)))
		return 'Er staat een keuze van onderwerpen in die niet past bij de vragenlijst.';
	const agreedOn = agreedScores.map(({ dimensionId }) => dimensionId);
	if (!holdsAll(asked.dimensionIds, agreedOn))
		return 'Er zit een afgesproken score in over een onderdeel dat de vragenlijst niet heeft.';
	const roles = questionnaire.roles.map((role) => role.id);
	const groupRoles = measurement.groups.map((group) => group.role);
	return holdsAll(roles, groupRoles) ? undefined : 'Er zit een groep in met een rol die de vragenlijst niet heeft.';
}
