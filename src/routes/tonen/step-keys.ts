export type Move = 'next' | 'previous' | 'first' | 'last';

/** What a clicker sends: these move from wherever they have no meaning of their own. */
const clicker: Readonly<Record<string, Move>> = { PageDown: 'next', PageUp: 'previous' };
const arrows: Readonly<Record<string, Move>> = { ArrowRight: 'next', ArrowLeft: 'previous' };
const ends: Readonly<Record<string, Move>> = { Home: 'first', End: 'last' };

/** Where a key leads to, `fill` to the whole screen, or null when it belongs to what has the focus. */
export function moveOf(event: KeyboardEvent): Move | 'fill' | null {
	if (event.defaultPrevented || event.isComposing) return null;
	if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
	const at = event.target instanceof Element ? event.target : null;
	// There they leaf through a text, or scroll to where a link is; over the slide lies something else.
	if (at?.closest('a, textarea, select, input:not([type="radio"]), [contenteditable], dialog')) return null;
	if (event.key === 'f' || event.key === 'F') return 'fill';
	const byClicker = clicker[event.key];
	if (byClicker) return byClicker;
	// A radio button needs the arrows to choose; the space bar chooses and presses.
	if (arrows[event.key]) return at?.matches('input') ? null : (arrows[event.key] ?? null);
	if (event.key === ' ') return at?.matches('input, button') ? null : 'next';
	return ends[event.key] ?? null;
}
