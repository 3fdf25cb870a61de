import { colours } from '$lib/design/tokens';
import type { Pen } from './pen';
import type { Frame } from './text-blocks';

const RULE = { before: 10, thick: 2.25, after: 2 };
/** In points, with the room around it. */
export const RULE_HEIGHT = RULE.before + RULE.thick + RULE.after;

/** The table once more, over the whole width: what is agreed stands below it. */
export function drawRule(pen: Pen, { x, width }: Frame): void {
	pen.artifact(() =>
		pen.doc
			.fillColor(colours.ink)
			.rect(x, pen.y + RULE.before, width, RULE.thick)
			.fill()
	);
	pen.down(RULE_HEIGHT);
}
