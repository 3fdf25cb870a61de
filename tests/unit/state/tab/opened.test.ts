import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Opened } from '$lib/state/tab/opened.svelte';

/** Reading that ends, well or not, when the test says so. */
function reading() {
	let end: (outcome: 'good' | 'bad') => void = () => undefined;
	const promise = new Promise<string>((resolve, reject) => {
		end = (outcome) => (outcome === 'good' ? resolve('gelezen') : reject(new Error('Lukt niet.')));
	});
	// A page that was left asks for nothing, and then nobody hears how it ends.
	promise.catch(() => undefined);
	return { read: () => promise, end };
}

const flush = () => new Promise((resolve) => setTimeout(resolve));

test('shows what was read, follows it, and stops when the page is left', async () => {
	const log: string[] = [];
	const opened = new Opened<string>({
		read: () => Promise.resolve('gelezen'),
		follow: (value) => {
			log.push(`follows ${value}`);
			return () => log.push('stops');
		}
	});
	const leave = opened.open();
	await flush();
	expect(opened.value).toBe('gelezen');
	leave();
	expect(log).toEqual(['follows gelezen', 'stops']);
});

test('opened anew, what was there stays until the other is read, and only that one is followed', async () => {
	let following = 0;
	const follow = () => {
		following += 1;
		return () => (following -= 1);
	};
	const opened = new Opened<string>({ read: () => Promise.resolve('eerst'), follow });
	opened.open();
	await flush();
	const { read, end } = reading();
	void opened.openAgain(read);
	expect(opened.value).toBe('eerst');
	end('good');
	await flush();
	expect([opened.value, following]).toEqual(['gelezen', 1]);
});

test('what cannot be read is a problem in Dutch', async () => {
	const opened = new Opened<string>({
		read: () => Promise.reject(new Error('Deze meting staat niet op dit toestel.'))
	});
	opened.open();
	await flush();
	expect(opened.problem).toBe('Deze meting staat niet op dit toestel.');
});

test('in any order of opening, opening anew, ending and leaving, nothing listens once the page is left', async () => {
	const step = fc.constantFrom('again', 'good', 'bad', 'flush', 'leave');
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
			let following = 0;
			const follow = () => {
				following += 1;
				return () => void (following -= 1);
			};
			const all = [reading()];
			const opened = new Opened<string>({ read: all[0]?.read ?? (() => Promise.resolve('')), follow });
			const leave = opened.open();
			for (const next of steps) {
				if (next === 'again') {
					const another = reading();
					all.push(another);
					void opened.openAgain(another.read);
				} else if (next === 'flush') await flush();
				else if (next === 'leave') leave();
				else all.at(-1)?.end(next);
				expect(following).toBeLessThanOrEqual(1);
			}
			leave();
			for (const one of all) one.end('good');
			await flush();
			expect(following).toBe(0);
		})
	);
});
