import * as schema from '$lib/domain/questionnaire/schema';

/** How much each field takes, in UTF-16 units, as the schema says it. */

const most = ({ maxLength }: { maxLength: number | null }) => maxLength ?? 0;
const [tip, appliedTip] = schema.tip.options;
const citation = tip.shape.citations.element.shape;
const prompt = schema.prompt.options[0].shape;
const role = schema.questionnaireSchema.shape.roles.element.shape;
const scale = schema.questionnaireSchema.shape.scale.shape;
const term = schema.frame.shape.terms.element.shape;

export const limits = {
	title: most(schema.questionnaireSchema.shape.title),
	summary: most(schema.questionnaireSchema.shape.summary),
	name: most(schema.theme.shape.name),
	description: most(schema.theme.shape.description),
	shortName: most(schema.dimension.shape.shortName),
	statement: most(schema.item.shape.statement),
	explanation: most(schema.item.shape.explanation),
	action: most(tip.shape.action),
	detail: most(tip.shape.detail),
	whoStarts: most(tip.shape.whoStarts.unwrap()),
	whatChanges: most(tip.shape.whatChanges.unwrap()),
	appliedFrom: most(appliedTip.shape.appliedFrom),
	prompt: most(prompt.question),
	section: most(citation.section),
	says: most(citation.says),
	sourceTitle: most(schema.source.shape.title),
	shortTitle: most(schema.source.shape.shortTitle),
	sourceKind: most(schema.source.shape.kind),
	groupName: most(role.groupName),
	point: most(scale.points.element),
	unknown: most(scale.unknown),
	question: most(schema.frame.shape.question),
	period: most(schema.frame.shape.period),
	term: most(term.text),
	partly: most(schema.frame.shape.partly.unwrap()),
	whenUnknown: most(schema.frame.shape.unknown),
	closing: most(schema.closing.shape.question),
	change: 400
};
