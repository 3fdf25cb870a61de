/** Which version of which questionnaire. */
export interface QuestionnaireRef {
	id: string;
	/** Three numbers with points between, such as 1.10.0. */
	version: string;
}

/** One text for one version, to find it by: neither an id nor a version has a space. */
export function questionnaireKey({ id, version }: QuestionnaireRef): string {
	return `${id} ${version}`;
}

/** Whether both are of the same questionnaire, in any version. */
export function isSameQuestionnaire(one: Pick<QuestionnaireRef, 'id'>, other: Pick<QuestionnaireRef, 'id'>): boolean {
	return one.id === other.id;
}

/** Negative, zero or positive, as for sorting: 1.9.0 comes before 1.10.0. */
export function compareVersions(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}

/** The newest version of each questionnaire, in the order in which each first stands. */
export function newestOfEach<Ref extends QuestionnaireRef>(refs: readonly Ref[]): Ref[] {
	const newest = new Map<string, Ref>();
	for (const ref of refs) {
		const known = newest.get(ref.id);
		if (!known || compareVersions(known.version, ref.version) < 0) newest.set(ref.id, ref);
	}
	return [...newest.values()];
}
