/**
 * Leaves out of Svelte what the participant's page never does, which no minifier can see: it mounts its screen where
 * nothing stood (hydration takes over what a server wrote), and no markup in it awaits a value by itself
 * (`experimental.async`, which the compiler refuses as long as nobody turns it on); nor does it change a part of what a
 * state holds, for which Svelte would wrap every object (`$state.raw` does not: the build refuses the other one). Of
 * boundaries it has only the one around all that is mounted, which catches nothing: what goes wrong is thrown, as
 * without it.
 */
export function leanSvelte() {
	return {
		name: 'lean-svelte',
		apply: 'build',
		enforce: 'pre',
		transform(code, id) {
			if (/\/src\/.*\.svelte(\.ts)?$/.test(id)) {
				if (DEEP_STATE.test(code)) this.error(`${id}: $state of an object; use $state.raw`);
				if (code.includes('<svelte:boundary')) this.error(`${id}: this page has no boundaries`);
			}
			const [, file] = /\/svelte\/src\/internal\/((?:client|flags)\/.*)$/.exec(id) ?? [];
			const cuts = CUTS[file];
			if (cuts === undefined) return undefined;
			if (cuts.some(([there]) => code.split(there).length !== 2))
				this.error(`Svelte writes ${file} in another way; see leanSvelte`);
			return { code: cuts.reduce((left, [there, instead]) => left.replace(there, instead), code), map: null };
		}
	};
}

const DEEP_STATE = /\$state(<[^=;]*>)?\(\s*[{[]/;

/** By file of Svelte's, what stands there once and what takes its place. */
const CUTS = {
	'client/dom/hydration.js': [
		['export let hydrating = false;', 'export const hydrating = false;'],
		['\thydrating = value;\n', '']
	],
	'client/proxy.js': [['export function proxy(value) {', 'export function proxy(value) {\n\treturn value;']],
	'client/reactivity/async.js': [
		['if (async.length === 0 && pending.length === 0) {\n\t\tfn(deriveds);\n\t\treturn;\n\t}', 'return fn(deriveds);'],
		['var pending = blockers.filter((b) => !b.settled);', '']
	],
	'flags/index.js': [
		['export let async_mode_flag = false;', 'export const async_mode_flag = false;'],
		['	async_mode_flag = true;\n', ''],
		['	async_mode_flag = false;\n', '']
	],
	// Private, what nobody calls goes; nothing is ever waited for, so no work is put off.
	'client/reactivity/batch.js': [
		['and bail\n\t\tif (this.#is_deferred()) {', 'and bail\n\t\tif (false) {'],
		['if (!this.#is_deferred()) this.discard();', 'this.discard();'],
		['\tincrement(blocking, effect) {', '\t#increment(blocking, effect) {'],
		['\tdecrement(blocking, effect) {', '\t#decrement(blocking, effect) {'],
		['\tsettled() {', '\t#settled() {']
	],
	'client/dom/blocks/boundary.js': [
		['	new Boundary(node, props, children, transform_error);', '	block(() => void branch(() => children(node)), flags);']
	]
};
