/**
 * Leaves out of Svelte what the participant's page never does, which no minifier can see: it mounts its screen where
 * nothing stood (hydration takes over what a server wrote), and no markup in it awaits a value by itself
 * (`experimental.async`, which the compiler refuses as long as nobody turns it on).
 */
export function leanSvelte() {
	return {
		name: 'lean-svelte',
		apply: 'build',
		transform(code, id) {
			const [, file] = /\/svelte\/src\/internal\/client\/(.*)$/.exec(id) ?? [];
			const cuts = CUTS[file];
			if (cuts === undefined) return undefined;
			if (cuts.some(([there]) => code.split(there).length !== 2))
				this.error(`Svelte writes ${file} in another way; see leanSvelte`);
			return { code: cuts.reduce((left, [there, instead]) => left.replace(there, instead), code), map: null };
		}
	};
}

/** By file of Svelte's, what stands there once and what takes its place. */
const CUTS = {
	'dom/hydration.js': [
		['export let hydrating = false;', 'export const hydrating = false;'],
		['\thydrating = value;\n', '']
	],
	'reactivity/async.js': [
		['if (async.length === 0 && pending.length === 0) {\n\t\tfn(deriveds);\n\t\treturn;\n\t}', 'return fn(deriveds);'],
		['var pending = blockers.filter((b) => !b.settled);', '']
	]
};
