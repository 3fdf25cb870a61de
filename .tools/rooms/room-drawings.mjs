/** The rooms and their arrows as Mermaid diagrams, made from the imports. */

/** A floor of src, such as `domain` or `routes`. */
const floorOf = (file) => file.match(/^src\/(?:lib\/)?([^/.]+)/)?.[1] ?? '';
/** A room within a floor, such as `domain/text`; the files of the floor itself are `domain`. */
const roomOf = (file) => file.replace(/^src\/(?:lib\/)?/, '').replace(/\/[^/]*$/, '');

const FLOORS = new Set([
	...['routes', 'state', 'ui', 'report', 'charts', 'storage', 'exchange', 'letterbox'],
	...['content', 'domain', 'design', 'offline']
]);

/**
 * The page with each of its drawings made anew: what stands between `<!-- rooms: name -->` and `<!-- end -->`, where
 * the name is of a floor, or `all` for the floors.
 * @param {string} page Markdown
 * @param {{ source: string, dependencies: { resolved: string }[] }[]} modules as dependency-cruiser gives them
 */
export function drawingsIn(page, modules) {
	const imports = modules.flatMap(({ source, dependencies }) =>
		dependencies
			.map(({ resolved }) => [source, resolved])
			.filter((pair) => pair.every((file) => file.startsWith('src/')))
	);
	return page.replace(/(<!-- rooms: (\S+) -->\n)[^]*?(<!-- end -->)/g, (_, begin, name, end) => {
		const pairs =
			name === 'all'
				? imports.map((pair) => pair.map(floorOf)).filter((pair) => pair.every((floor) => FLOORS.has(floor)))
				: imports.filter((pair) => pair.every((file) => floorOf(file) === name)).map((pair) => pair.map(roomOf));
		return `${begin}\n\`\`\`mermaid\n${diagram(pairs)}\n\`\`\`\n\n${end}`;
	});
}

/** @param {string[][]} pairs who imports whom */
function diagram(pairs) {
	const arrows = new Map();
	for (const [from, to] of pairs.sort((one, other) => String(one).localeCompare(String(other), 'en')))
		arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
	for (const [from, targets] of arrows) targets.delete(from);
	const lines = [...arrows].flatMap(([from, targets]) => {
		const shown = [...targets].filter((to) => !followsFrom(arrows, from, to));
		return shown.length > 0 ? [`\t${from} --> ${shown.join(' & ')}`] : [];
	});
	return ['flowchart TD', ...lines].join('\n');
}

/** Whether an arrow follows from the others: it can be walked over another target. */
function followsFrom(arrows, from, to) {
	const seen = new Set();
	const ahead = [...arrows.get(from)].filter((other) => other !== to);
	while (ahead.length > 0) {
		const at = ahead.pop();
		if (at === to) return true;
		if (seen.has(at)) continue;
		seen.add(at);
		ahead.push(...(arrows.get(at) ?? []));
	}
	return false;
}
