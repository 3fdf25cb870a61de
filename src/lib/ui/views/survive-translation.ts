/** What a translator put in the place of a text. */
interface StandIn {
	nodes: Set<ChildNode>;
	/** What the text said. */
	text: string;
	/** Taken out of the page since the last look. */
	taken: boolean;
	/** Given other words since the last look. */
	written: boolean;
	/** How often it was put back. */
	times: number;
}

/** A translator that replaces even empty texts must not keep the page busy for ever. */
const MAX_TIMES = 5;

/**
 * Keeps changing texts right while a browser translates the page. A translator takes a text out of the page and puts
 * <font> elements with the translation in its place. Svelte goes on writing in the text that it made, which nobody sees
 * any more, and takes parts of the page away from that text on. So each text goes back, empty, before what stands in
 * for it; when it gets other words or goes, its stand-in goes, and the translator translates anew.
 * @returns stops it
 */
export function surviveTranslation(root: Node): () => void {
	const standIns = new WeakMap<Text, StandIn>();
	const textOf = new WeakMap<Node, Text>();
	/** Texts that went since the last look with nothing in their place. */
	let gone: MutationRecord[] = [];
	const observer = new MutationObserver((records) => {
		gone = [];
		const touched = new Set(records.flatMap(textsIn));
		for (const text of touched) settle(text);
		// What settling changed is no news.
		observer.takeRecords();
	});
	observer.observe(root, { childList: true, characterData: true, subtree: true });
	return () => observer.disconnect();

	/** The texts with a stand-in that something happened to. */
	function textsIn(record: MutationRecord): Text[] {
		const { target, removedNodes } = record;
		if (target instanceof Text) {
			const standIn = standIns.get(target);
			if (standIn) standIn.written = true;
			return standIn ? [target] : [];
		}
		if (isInFont(target)) return [];
		if (removedNodes.length === 0)
			return gone.filter((one) => isFilledBy(one, record)).flatMap((one) => replaced(one, record));
		if (replacementsIn(record).length === 0) gone.push(record);
		return replaced(record, record);
	}

	/** @param by tells what came in the place of the texts that went */
	function replaced({ removedNodes }: MutationRecord, by: MutationRecord): Text[] {
		return [...removedNodes].flatMap((removed) => {
			const text = textOf.get(removed) ?? removed;
			if (!(text instanceof Text)) return [];
			for (const node of replacementsIn(by)) if (node !== text) replace(text, node);
			return standIns.has(text) ? [text] : [];
		});
	}

	/** A translator may also put its element beside the text first, and then take the text out. */
	function replacementsIn({ addedNodes, previousSibling, nextSibling }: MutationRecord): Node[] {
		if (addedNodes.length > 0) return [...addedNodes];
		return [previousSibling, nextSibling].filter((node) => isNewFont(node));
	}

	function isNewFont(node: Node | null): node is Node {
		return node?.nodeName === 'FONT' && !textOf.has(node);
	}

	function isFilledBy(
		one: MutationRecord,
		{ target, addedNodes, previousSibling, nextSibling }: MutationRecord
	): boolean {
		const isSamePlace = one.previousSibling === previousSibling && one.nextSibling === nextSibling;
		return one.target === target && isSamePlace && [...addedNodes].every(isNewFont);
	}

	function replace(text: Text, node: Node): void {
		const standIn = standIns.get(text) ?? { nodes: new Set(), text: text.data, taken: false, written: false, times: 0 };
		standIns.set(text, standIn);
		standIn.taken = true;
		standIn.nodes.add(node as ChildNode);
		textOf.set(node, text);
	}

	function settle(text: Text): void {
		const standIn = standIns.get(text);
		if (!standIn) return;
		const nodes = [...standIn.nodes].filter((node) => node.isConnected);
		const [first] = nodes;
		if (standIn.taken && first && standIn.times < MAX_TIMES) putBack(text, standIn, first);
		standIn.taken = false;
		if (text.isConnected && first && !standIn.written) {
			if (text.nextSibling !== first) text.after(...nodes);
			return;
		}
		for (const node of nodes) node.remove();
		if (!standIn.written) text.data = standIn.text;
		standIns.delete(text);
	}

	function putBack(text: Text, standIn: StandIn, first: ChildNode): void {
		standIn.times += 1;
		// Some translators take the text itself along.
		if (first.contains(text)) text.replaceWith(text.cloneNode());
		first.before(text);
		if (!standIn.written) text.data = '';
	}
}

function isInFont(node: Node): boolean {
	return node instanceof Element && node.closest('font') !== null;
}
