import fc from 'fast-check';

/**
 * What browsers leave out, refuse or let fail, as people meet it: site data blocked, private windows,
 * embedded browsers, old ones.
 */
export interface Fault {
	name: string;
	how: 'missing' | 'throwing' | 'failing';
}

/** By name: on what it is, and the members of it that fail when asked. */
const parts: Record<string, { on: 'window' | 'navigator'; failing: string[] }> = {
	localStorage: { on: 'window', failing: ['getItem', 'setItem', 'removeItem'] },
	sessionStorage: { on: 'window', failing: ['getItem', 'setItem', 'removeItem'] },
	indexedDB: { on: 'window', failing: ['open', 'databases', 'deleteDatabase'] },
	caches: { on: 'window', failing: ['open', 'match', 'keys', 'delete', 'has'] },
	BroadcastChannel: { on: 'window', failing: [] },
	Worker: { on: 'window', failing: [] },
	matchMedia: { on: 'window', failing: [] },
	print: { on: 'window', failing: [] },
	requestIdleCallback: { on: 'window', failing: [] },
	serviceWorker: { on: 'navigator', failing: ['register', 'getRegistrations', 'getRegistration'] },
	storage: { on: 'navigator', failing: ['persisted', 'persist', 'estimate', 'getDirectory'] },
	locks: { on: 'navigator', failing: ['request', 'query'] },
	share: { on: 'navigator', failing: [] },
	canShare: { on: 'navigator', failing: [] },
	clipboard: { on: 'navigator', failing: ['writeText'] },
	mediaDevices: { on: 'navigator', failing: ['getUserMedia', 'enumerateDevices'] }
};

const faultOf = fc.constantFrom(...Object.keys(parts)).chain((name) =>
	fc.record({
		name: fc.constant(name),
		how: fc.constantFrom<Fault['how']>(
			'missing',
			'throwing',
			...(parts[name]?.failing.length ? ['failing' as const] : [])
		)
	})
);

/** Some parts that are not as they should be; also all of what blocking cookies takes at once. */
export const faultsOf: fc.Arbitrary<Fault[]> = fc.oneof(
	{ weight: 3, arbitrary: fc.uniqueArray(faultOf, { selector: ({ name }) => name, minLength: 1, maxLength: 8 }) },
	{ weight: 1, arbitrary: fc.constant(cookiesBlocked()) }
);

export function cookiesBlocked(): Fault[] {
	return [
		...['localStorage', 'sessionStorage', 'caches'].map((name): Fault => ({ name, how: 'throwing' })),
		...['indexedDB', 'serviceWorker', 'storage'].map((name): Fault => ({ name, how: 'failing' }))
	];
}

/** Whether nothing can be stored with these faults. */
export function blocksStoring(faults: readonly Fault[]): boolean {
	return faults.some(({ name }) => name === 'indexedDB');
}

/** A script for before every page. */
export function scriptOf(faults: readonly Fault[]): string {
	return faults
		.map(({ name, how }) => `(${breakPart.toString()})(${JSON.stringify({ name, how, ...parts[name] })});`)
		.join('\n');
}

/** Runs in the page. */
function breakPart({ name, how, on, failing }: { name: string; how: string; on?: string; failing?: string[] }): void {
	const owner = on === 'navigator' ? navigator : window;
	const refuse = () => {
		throw new DOMException(`${name} is refused`, 'SecurityError');
	};
	if (how === 'failing') {
		const part: unknown = Reflect.get(owner, name);
		for (const member of failing ?? []) {
			const value =
				['open', 'deleteDatabase'].includes(member) || name.endsWith('Storage')
					? refuse
					: () => Promise.reject(new DOMException(name, 'SecurityError'));
			const place: object = Object.getPrototypeOf(part) as object;
			Object.defineProperty(place, member, { configurable: true, value });
		}
		return;
	}
	if (how === 'missing') {
		// Gone from where it comes from, so that «in» does not find it either.
		for (let place: object | null = owner; place; place = Object.getPrototypeOf(place) as object | null) {
			Reflect.deleteProperty(place, name);
		}
		return;
	}
	const isClass = ['BroadcastChannel', 'Worker'].includes(name);
	const isFunction = ['matchMedia', 'print', 'requestIdleCallback', 'share', 'canShare'].includes(name);
	const value =
		isClass || isFunction ? { configurable: true, writable: true, value: refuse } : { configurable: true, get: refuse };
	Object.defineProperty(owner, name, value);
}
